package io.quiver.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * What Prometheus sees of the sample after a hundred searches.
 *
 * @author Quiver
 */
@RunningSample
class ScrapeTests {

	/** Stands in every value that comes from outside. */
	private static final String MARK = "zebra";

	private static final Pattern TAG = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

	@Autowired
	private Indexer indexer;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void awaitIndex() {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
	}

	@Test
	void eachMeterIsThereOnceAndItsTagsAreBounded() {
		for (int search = 0; search < 100; search++) {
			String path = switch (search % 4) {
				case 0 -> "/api/search?q=%s %d".formatted(MARK, search);
				case 1 -> "/api/search?q=files&group=%s%d".formatted(MARK, search);
				case 2 -> "/api/search?q=files&type=%s%d&limit=%d".formatted(MARK, search, 1 + search);
				default -> "/api/properties/%s.%d/similar".formatted(MARK, search);
			};
			assertThat(this.mvc.get().uri(path)).matches((result) -> result.getResponse().getStatus() < 500);
		}
		List<String> lines = scrape();
		assertThat(names(lines)).contains("quiver_store_operation_seconds_count", "quiver_store_operation_seconds_sum",
				"quiver_store_operation_seconds_max", "quiver_store_rows_returned_rows_count",
				"quiver_store_rows_written_rows_count", "resilience4j_retry_calls_total",
				"resilience4j_circuitbreaker_state", "resilience4j_bulkhead_available_concurrent_calls");
		List<String> ours = lines.stream().filter(ScrapeTests::isOurs).toList();
		assertThat(ours.stream().map(ScrapeTests::withoutValue)).doesNotHaveDuplicates();
		assertThat(ours).noneMatch((line) -> line.contains(MARK));
		assertThat(values(ours, "db_operation_name")).contains("nearest", "get").hasSizeLessThan(20);
		assertThat(values(ours, "db_collection_name")).isSubsetOf("configuration_properties", "none");
		assertThat(values(ours, "db_system_name")).containsExactly("embedded");
		assertThat(values(ours, "quiver_store")).containsExactly("default");
		assertThat(values(ours, "error_type")).containsExactly("none");
		assertThat(keys(ours)).isSubsetOf("db_operation_name", "db_collection_name", "db_system_name", "quiver_store",
				"error_type", "error", "name", "kind", "state");
	}

	private List<String> scrape() {
		byte[] body = this.mvc.get().uri("/actuator/prometheus").exchange().getResponse().getContentAsByteArray();
		return new String(body, UTF_8).lines().filter((line) -> !line.startsWith("#")).toList();
	}

	private static boolean isOurs(String line) {
		return line.startsWith("quiver_") || line.startsWith("resilience4j_");
	}

	private static String withoutValue(String line) {
		return line.substring(0, line.lastIndexOf(' '));
	}

	private static Set<String> names(List<String> lines) {
		return lines.stream().map((line) -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
	}

	private static Set<String> keys(List<String> lines) {
		return tags(lines).stream().map((tag) -> tag.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> values(List<String> lines, String key) {
		return tags(lines).stream()
			.filter((tag) -> tag.group(1).equals(key))
			.map((tag) -> tag.group(2))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<MatchResult> tags(List<String> lines) {
		Set<MatchResult> tags = new HashSet<>();
		for (String line : lines) {
			Matcher matcher = TAG.matcher(line);
			while (matcher.find()) {
				tags.add(matcher.toMatchResult());
			}
		}
		return tags;
	}

}
