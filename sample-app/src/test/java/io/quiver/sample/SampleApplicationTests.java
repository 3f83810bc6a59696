package io.quiver.sample;

import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.SearchResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * Tests for the whole of {@link SampleApplication}.
 *
 * @author Quiver
 */
@RunningSample
class SampleApplicationTests {

	private static final SearchConditions NONE = new SearchConditions(null, null, null);

	private static final String UPLOAD = "limit the size of uploaded files";

	@Autowired
	private Indexer indexer;

	@Autowired
	private PropertyCatalogue catalogue;

	@Autowired
	private ConfigurationProperties properties;

	@Autowired
	private PropertySearch search;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void awaitIndex() {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
	}

	@Test
	void everyDescribedPropertyIsStored() {
		assertThat(this.properties.count()).isGreaterThanOrEqualTo(this.catalogue.size());
	}

	@Test
	void limitOfUploadsIsFoundFirst() {
		assertThat(find(UPLOAD, NONE, 1)).containsExactly("spring.servlet.multipart.max-file-size");
	}

	@Test
	void similarPropertiesAreNearAndDoNotHoldTheOneAskedFor() {
		ConfigurationProperty property = this.search.find("server.ssl.key-store-password").orElseThrow();
		assertThat(this.search.similar(property, 5).stream().map(this::name)).hasSize(5)
			.contains("server.ssl.key-password")
			.doesNotContain(property.name());
	}

	@Test
	void groupIsFiltered() {
		assertThat(find(UPLOAD, new SearchConditions("server.tomcat", null, null), 10)).hasSize(10)
			.allMatch((name) -> name.startsWith("server.tomcat."));
	}

	@Test
	void typeIsFiltered() {
		assertThat(this.search.search(UPLOAD, new SearchConditions(null, "Map<String, String>", null), 10))
			.extracting((result) -> result.getContent().type())
			.hasSize(10)
			.containsOnly("Map<String, String>");
	}

	@Test
	void deprecationIsFiltered() {
		for (boolean deprecated : List.of(true, false)) {
			assertThat(this.search.search(UPLOAD, new SearchConditions(null, null, deprecated), 10))
				.extracting((result) -> result.getContent().deprecated())
				.hasSize(10)
				.containsOnly(deprecated);
		}
	}

	@Test
	void similaritiesFall() {
		assertThat(this.search.search(UPLOAD, NONE, 20)).extracting((result) -> result.getScore().getValue())
			.hasSize(20)
			.isSortedAccordingTo((one, other) -> Double.compare(other, one))
			.allMatch((score) -> score >= 0 && score <= 1);
	}

	@Test
	void statusNamesStoreAndIndex() {
		assertThat(this.mvc.get().uri("/api/status")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"store": "default", "kind": "embedded", "filterObjection": null,
				"index": {"phase": "READY", "problem": null}}""");
	}

	@Test
	void facetsCountEveryProperty() {
		assertThat(this.mvc.get().uri("/api/facets")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.groups[*].count")
			.convertTo(InstanceOfAssertFactories.list(Integer.class))
			.satisfies((counts) -> assertThat(counts.stream().mapToInt(Integer::intValue).sum())
				.isEqualTo(this.catalogue.size()));
	}

	@Test
	void healthIsUp() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("UP");
	}

	@Test
	void repositoryCallsAreMeasured() {
		find(UPLOAD, NONE, 1);
		assertThat(this.mvc.get().uri("/actuator/metrics/spring.data.repository.invocations")).hasStatusOk();
	}

	private List<String> find(String text, SearchConditions conditions, int limit) {
		return this.search.search(text, conditions, limit).stream().map(this::name).toList();
	}

	private String name(SearchResult<PropertyDescription> result) {
		return result.getContent().name();
	}

}
