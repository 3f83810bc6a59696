package io.quiver.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.SearchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * The spans of one request, from the browser's to the store's.
 *
 * @author Quiver
 */
@RunningSample
class TraceTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String BROWSER = "00f067aa0ba902b7";

	@Autowired
	private Spans spans;

	@Autowired
	private ObservationRegistry observations;

	@Autowired
	private VectorOperations operations;

	@Autowired
	private Indexer indexer;

	@LocalServerPort
	private int port;

	@BeforeEach
	void awaitIndex() {
		await().atMost(ONE_MINUTE).until(() -> this.indexer.status().phase() == IndexStatus.Phase.READY);
	}

	@Test
	void callOfTheStoreStandsUnderTheRequest() throws Exception {
		search("limit+the+size+of+uploaded+files");
		await().atMost(ONE_MINUTE).until(() -> this.spans.ofTrace(TRACE).size() == 2);
		List<SpanData> spans = this.spans.ofTrace(TRACE);
		SpanData store = spans.get(0);
		SpanData request = spans.get(1);
		assertThat(request.getName()).isEqualTo("http get /api/search");
		assertThat(request.getParentSpanId()).isEqualTo(BROWSER);
		assertThat(store.getName()).isEqualTo("nearest configuration_properties");
		assertThat(store.getKind()).isEqualTo(SpanKind.CLIENT);
		assertThat(store.getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(attributes(store)).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("db.system.name", "embedded"), Map.entry("db.operation.name", "nearest"),
						Map.entry("db.collection.name", "configuration_properties"),
						Map.entry("quiver.store", "default"), Map.entry("error.type", "none"),
						Map.entry("quiver.attempts", "1"), Map.entry("db.response.returned_rows", "10"),
						Map.entry("db.vector.field_name", "embedding"), Map.entry("db.vector.dimension_count", "384"),
						Map.entry("db.vector.query.top_k", "10"), Map.entry("db.search.similarity_metric", "cosine")));
	}

	@Test
	void traceIsTakenToTheThreadOfAFuture() {
		Observation.createNotStarted("caller", this.observations)
			.observe(() -> this.operations.query(ConfigurationProperty.class)
				.searchAsync(SearchRequest.near("embedding", "files").limit(1))
				.join());
		SpanData caller = this.spans.named("caller");
		assertThat(this.spans.ofTrace(caller.getTraceId())).extracting(SpanData::getName, SpanData::getParentSpanId)
			.contains(tuple("nearest configuration_properties", caller.getSpanId()));
	}

	private void search(String text) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%d/api/search?q=%s".formatted(this.port, text)))
			.header("traceparent", "00-%s-%s-01".formatted(TRACE, BROWSER))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
	}

	private static Map<String, String> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.filter((attribute) -> !attribute.getKey().getKey().startsWith("peer."))
			.collect(Collectors.toMap((attribute) -> attribute.getKey().getKey(),
					(attribute) -> attribute.getValue().toString()));
	}

}
