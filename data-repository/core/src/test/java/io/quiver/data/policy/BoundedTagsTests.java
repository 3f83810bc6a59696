package io.quiver.data.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.micrometer.StoreMeters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nothing of what an application stores or asks becomes a tag: keys, vectors,
 * compared values, values of rows and what exceptions say all carry a mark here.
 *
 * @author Quiver
 */
class BoundedTagsTests {

	private static final String MARK = "0x5EC2E7";

	private static final Operation SEARCH = Operation.read("nearest")
		.on("articles")
		.searching(() -> new SearchTrace("embedding", 3, 10, "cosine", () -> "title = '" + MARK + "'"));

	private static final Operation WRITE = Operation.write("insert").on("articles");

	private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@BeforeEach
	void observe() {
		this.registry.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(this.meters))
			.observationHandler(new StoreMeters(this.meters))
			.observationHandler(new ObservationHandler<StoreObservationContext>() {

				@Override
				public void onStop(StoreObservationContext context) {
					BoundedTagsTests.this.ended.add(context);
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof StoreObservationContext;
				}

			});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void noTagHoldsWhatAnApplicationStoresOrAsks(boolean filters) {
		int made = drive(calls(filters));
		assertThat(this.ended).hasSize(made).allSatisfy((context) -> {
			assertThat(context.getLowCardinalityKeyValues()).hasSize(5)
				.extracting(KeyValue::getValue)
				.noneMatch(BoundedTagsTests::isMarked);
			assertThat(context.getContextualName()).doesNotContain(MARK);
			assertThat(context.getName()).doesNotContain(MARK);
		});
		assertThat(this.meters.getMeters()).hasSizeGreaterThan(10)
			.extracting(Meter::getId)
			.allSatisfy(
					(id) -> assertThat(id.getTags()).extracting(Tag::getValue).noneMatch(BoundedTagsTests::isMarked));
	}

	@Test
	void noTraceHoldsWhatAnApplicationStoresOrAsks() {
		drive(calls(false));
		assertThat(this.ended).isNotEmpty()
			.allSatisfy((context) -> assertThat(context.getHighCardinalityKeyValues()).isNotEmpty()
				.extracting(KeyValue::getValue)
				.noneMatch(BoundedTagsTests::isMarked));
	}

	@Test
	void onlyTheConditionIsTracedWhereItIsToBe() {
		drive(calls(true));
		assertThat(this.ended.stream().flatMap((context) -> context.getHighCardinalityKeyValues().stream()))
			.filteredOn((keyValue) -> isMarked(keyValue.getValue()))
			.isNotEmpty()
			.extracting(KeyValue::getKey)
			.containsOnly("db.vector.query.filter");
	}

	private static int drive(StoreCalls calls) {
		List<Map<String, Object>> rows = List.of(Map.of("id", MARK, "vector", new float[] { 5.2e7f }, "title", MARK));
		calls.call(SEARCH, (attempt) -> {
			attempt.returned(rows.size());
			return rows;
		});
		calls.call(WRITE, (attempt) -> {
			attempt.written(rows.size());
			return rows.get(0).get("id");
		});
		List<RuntimeException> failures = List.of(new QueryTimeoutException(MARK), new DuplicateKeyException(MARK),
				new NotSentException(MARK), new IllegalStateException(MARK), new MarkedException(),
				new RuntimeException(MARK) {
				});
		for (RuntimeException failure : failures) {
			for (Operation operation : List.of(SEARCH, WRITE)) {
				failing(calls, operation, failure);
			}
		}
		return 2 + 4 * failures.size();
	}

	private static void failing(StoreCalls calls, Operation operation, RuntimeException failure) {
		try {
			calls.call(operation, (attempt) -> {
				throw failure;
			});
		}
		catch (RuntimeException ex) {
			assertThat(ex).hasMessageContaining(MARK);
		}
		assertThat(calls.callAsync(operation, (attempt) -> CompletableFuture.failedFuture(failure)))
			.failsWithin(Duration.ofSeconds(30));
	}

	private StoreCalls calls(boolean filters) {
		RetryConfig retry = RetryConfig.custom().maxAttempts(2).waitDuration(Duration.ofMillis(1)).build();
		BulkheadConfig bulkhead = BulkheadConfig.custom().maxConcurrentCalls(1).build();
		return StoreCalls.builder("catalog", "weaviate")
			.retry(Retry.of("catalog", retry))
			.bulkhead(Bulkhead.of("catalog", bulkhead), Duration.ofSeconds(30))
			.observations(this.registry, new DefaultStoreObservationConvention(filters))
			.build();
	}

	private static boolean isMarked(String value) {
		return value.contains(MARK);
	}

	/**
	 * Says of itself more than it should.
	 */
	static final class MarkedException extends RuntimeException {

		MarkedException() {
			super(MARK, new IllegalArgumentException(MARK));
		}

		@Override
		public String toString() {
			return MARK;
		}

	}

}
