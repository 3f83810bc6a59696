package io.quiver.data.policy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that calls of stores are spans in the trace of their caller.
 *
 * @author Quiver
 */
class StoreSpansTests {

	private final SimpleTracer tracer = new SimpleTracer();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final StoreCalls calls = StoreCalls.builder("catalog", "weaviate")
		.retry(Retry.of("catalog", RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(1)).build()))
		.observations(this.registry, null)
		.build();

	@BeforeEach
	void trace() {
		this.registry.observationConfig()
			.observationHandler(new FirstMatchingCompositeObservationHandler(
					new PropagatingSenderTracingObservationHandler<>(this.tracer, Propagator.NOOP),
					new DefaultTracingObservationHandler(this.tracer)));
	}

	@Test
	void callIsASpanBetweenItsCallerAndTheTransport() {
		observed("caller", () -> this.calls.call(search(), (attempt) -> {
			attempt.returned(7);
			return observed("transport", () -> "rows");
		}));
		SimpleSpan span = span("nearest articles");
		assertThat(span.getKind()).isEqualTo(Span.Kind.CLIENT);
		assertThat(span.getTags()).containsEntry("db.system.name", "weaviate")
			.containsEntry("db.operation.name", "nearest")
			.containsEntry("db.collection.name", "articles")
			.containsEntry("db.vector.field_name", "embedding")
			.containsEntry("db.response.returned_rows", "7")
			.containsEntry("quiver.attempts", "1")
			.doesNotContainKey("db.vector.query.filter");
		assertThat(span.getParentId()).isEqualTo(span("caller").getSpanId());
		assertThat(span("transport").getParentId()).isEqualTo(span.getSpanId());
		assertThat(this.tracer.currentSpan()).isNull();
	}

	@Test
	void asynchronousCallIsASpanBetweenItsCallerAndTheTransport() {
		CompletableFuture<Object> answer = new CompletableFuture<>();
		CompletableFuture<Object> result = new CompletableFuture<>();
		observed("caller", () -> this.calls.callAsync(search(), (attempt) -> {
			observed("transport", () -> "rows");
			return (attempt.number() == 1) ? CompletableFuture.failedFuture(new QueryTimeoutException("late")) : answer;
		}).whenComplete((value, failure) -> result.complete(value)));
		assertThat(this.tracer.currentSpan()).isNull();
		CompletableFuture.runAsync(() -> answer.complete("rows"));
		assertThat(result).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("rows");
		SimpleSpan span = span("nearest articles");
		assertThat(span.getTags()).containsEntry("quiver.attempts", "2");
		assertThat(span.getParentId()).isEqualTo(span("caller").getSpanId());
		assertThat(this.tracer.getSpans()).filteredOn((one) -> "transport".equals(one.getName()))
			.hasSize(2)
			.allSatisfy((transport) -> assertThat(transport.getParentId()).isEqualTo(span.getSpanId()));
	}

	@Test
	void transportIsBelowTheCallerIfTheCallIsNotToBeObserved() {
		this.registry.observationConfig().observationPredicate((name, context) -> !name.startsWith("quiver."));
		observed("caller", () -> this.calls.call(search(), (attempt) -> observed("transport", () -> "rows")));
		assertThat(this.tracer.getSpans()).hasSize(2);
		assertThat(span("transport").getParentId()).isEqualTo(span("caller").getSpanId());
	}

	private static Operation search() {
		return Operation.read("nearest")
			.on("articles")
			.searching(() -> new SearchTrace("embedding", 3, 10, "cosine", () -> "country = 'dk'"));
	}

	private @Nullable Object observed(String name, Supplier<@Nullable Object> work) {
		return Observation.createNotStarted(name, this.registry).observe(work);
	}

	private SimpleSpan span(String name) {
		return this.tracer.getSpans().stream().filter((span) -> name.equals(span.getName())).findFirst().orElseThrow();
	}

}
