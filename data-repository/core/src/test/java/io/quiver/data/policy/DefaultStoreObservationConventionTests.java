package io.quiver.data.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.quiver.data.policy.StoreObservationDocumentation.HighCardinality;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;
import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DefaultStoreObservationConvention}.
 *
 * @author Quiver
 */
class DefaultStoreObservationConventionTests {

	private static final Operation NEAREST = Operation.read("nearest");

	private final DefaultStoreObservationConvention convention = new DefaultStoreObservationConvention();

	@Test
	void everyCallHasTheSameKeys() {
		StoreObservationContext failed = context(NEAREST);
		failed.setError(new QueryTimeoutException("late"));
		String[] keys = Stream.of(LowCardinality.values()).map(LowCardinality::asString).toArray(String[]::new);
		for (StoreObservationContext context : List.of(context(NEAREST), context(NEAREST.on("articles")), failed)) {
			assertThat(this.convention.getLowCardinalityKeyValues(context)).extracting(KeyValue::getKey)
				.containsExactlyInAnyOrder(keys);
		}
	}

	@Test
	void namesWhatIsCalled() {
		StoreObservationContext context = context(NEAREST.on("articles"));
		assertThat(this.convention.getLowCardinalityKeyValues(context))
			.isEqualTo(KeyValues.of("db.system.name", "weaviate", "db.operation.name", "nearest", "db.collection.name",
					"articles", "quiver.store", "catalog", "error.type", "none"));
		assertThat(this.convention.getContextualName(context)).isEqualTo("nearest articles");
	}

	@Test
	void callWithoutCollectionIsNamedAfterItsStore() {
		assertThat(collection(context(NEAREST))).isEqualTo("none");
		assertThat(this.convention.getContextualName(context(NEAREST))).isEqualTo("nearest catalog");
	}

	@Test
	void errorIsTheSimpleNameOfItsClass() {
		assertThat(error(new QueryTimeoutException("late"))).isEqualTo("QueryTimeoutException");
	}

	@Test
	void errorOfAnAnonymousClassIsItsFullName() {
		RuntimeException anonymous = new QueryTimeoutException("late") {
		};
		assertThat(error(anonymous)).startsWith(getClass().getName() + "$");
	}

	@Test
	void collectionsBeyondTheFirstHundredAreOthers() {
		for (int i = 0; i < 100; i++) {
			assertThat(collection(context(NEAREST.on("c" + i)))).isEqualTo("c" + i);
		}
		StoreObservationContext beyond = context(NEAREST.on("c100"));
		assertThat(collection(beyond)).isEqualTo("other");
		assertThat(this.convention.getContextualName(beyond)).isEqualTo("nearest other");
		assertThat(collection(context(NEAREST.on("c7")))).isEqualTo("c7");
	}

	@Test
	void racingThreadsGetNoMoreThanAHundredCollections() throws Exception {
		int threads = 16;
		CountDownLatch start = new CountDownLatch(1);
		Set<String> seen = ConcurrentHashMap.newKeySet();
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int first = thread * 50;
				running.add(executor.submit((Callable<Void>) () -> {
					start.await();
					for (int i = first; i < first + 200; i++) {
						seen.add(collection(context(NEAREST.on("c" + i))));
					}
					return null;
				}));
			}
			start.countDown();
			for (Future<Void> one : running) {
				one.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(seen).hasSize(101).contains("other");
	}

	@Test
	void tellsWhatIsAskedWhenACallBegins() {
		assertThat(this.convention.getHighCardinalityKeyValues(context(search())))
			.isEqualTo(KeyValues.of("db.vector.field_name", "embedding", "db.vector.dimension_count", "384",
					"db.vector.query.top_k", "10", "db.search.similarity_metric", "cosine"));
	}

	@Test
	void tellsWhatCameOfACallWhenItEnds() {
		StoreObservationContext context = context(search());
		Attempt attempt = new Attempt(2, Deadline.none());
		attempt.returned(7);
		attempt.written(0);
		context.tried(attempt);
		assertThat(this.convention.getHighCardinalityKeyValues(context)).isEqualTo(
				KeyValues.of("quiver.attempts", "2", "db.response.returned_rows", "7", "quiver.rows.written", "0"));
	}

	@Test
	void tellsNoRowsThatWereNotTold() {
		StoreObservationContext context = context(NEAREST);
		context.tried(new Attempt(1, Deadline.none()));
		assertThat(this.convention.getHighCardinalityKeyValues(context))
			.isEqualTo(KeyValues.of("quiver.attempts", "1"));
	}

	@Test
	void leavesOutWhatIsNotKnownOfASearch() {
		Operation search = NEAREST.searching(() -> new SearchTrace(null, 0, 10, null, null));
		assertThat(new DefaultStoreObservationConvention(true).getHighCardinalityKeyValues(context(search)))
			.isEqualTo(KeyValues.of("db.vector.query.top_k", "10"));
	}

	@Test
	void tracesConditionsOnRequest() {
		assertThat(new DefaultStoreObservationConvention(true).getHighCardinalityKeyValues(context(search())))
			.contains(HighCardinality.FILTER.withValue("country = 'dk'"));
	}

	@Test
	void keysOfTracesAreNotRequired() {
		assertThat(HighCardinality.values()).noneMatch(HighCardinality::isRequired);
		assertThat(LowCardinality.values()).allMatch(LowCardinality::isRequired);
	}

	private static Operation search() {
		return NEAREST.on("articles")
			.searching(() -> new SearchTrace("embedding", 384, 10, "cosine", () -> "country = 'dk'"));
	}

	private static StoreObservationContext context(Operation operation) {
		return new StoreObservationContext("catalog", "weaviate", operation);
	}

	private String collection(StoreObservationContext context) {
		return value(context, LowCardinality.COLLECTION);
	}

	private String error(Throwable error) {
		StoreObservationContext context = context(NEAREST);
		context.setError(error);
		return value(context, LowCardinality.ERROR);
	}

	private String value(StoreObservationContext context, LowCardinality key) {
		return this.convention.getLowCardinalityKeyValues(context)
			.stream()
			.filter((keyValue) -> keyValue.getKey().equals(key.asString()))
			.map(KeyValue::getValue)
			.findFirst()
			.orElseThrow();
	}

}
