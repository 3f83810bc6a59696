package io.quiver.data.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that calls of stores are observed.
 *
 * @author Quiver
 */
class StoreObservationsTests {

	private static final Operation NEAREST = Operation.read("nearest").on("articles");

	private final TestObservationRegistry registry = TestObservationRegistry.builder()
		.validateScopesClosedInReverseOrderOfOpening(true)
		.validateScopesOpenedAndClosedOnTheSameThread(true)
		.validateObservationsWithTheSameNameHavingTheSameSetOfLowCardinalityKeys(true)
		.build();

	private final StoreCalls calls = calls(this.registry, null);

	@Test
	void callIsOneObservationWhateverTheNumberOfTries() {
		assertThat(this.calls.<Integer>call(NEAREST, (attempt) -> third(attempt))).isEqualTo(3);
		thatIsObserved().hasNameEqualTo("quiver.store.operation")
			.hasContextualNameEqualTo("nearest articles")
			.doesNotHaveError()
			.hasHighCardinalityKeyValue("quiver.attempts", "3")
			.hasHighCardinalityKeyValue("db.response.returned_rows", "30");
	}

	@Test
	void asynchronousCallIsOneObservationWhateverTheNumberOfTries() {
		CompletableFuture<Integer> result = this.calls.callAsync(NEAREST,
				(attempt) -> CompletableFuture.supplyAsync(() -> third(attempt)));
		assertThat(result.join()).isEqualTo(3);
		thatIsObserved().hasContextualNameEqualTo("nearest articles")
			.doesNotHaveError()
			.hasHighCardinalityKeyValue("quiver.attempts", "3")
			.hasHighCardinalityKeyValue("db.response.returned_rows", "30");
	}

	@Test
	void failureIsTold() {
		InvalidDataAccessApiUsageException failure = new InvalidDataAccessApiUsageException("no such field");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.calls.call(NEAREST, (attempt) -> {
				throw failure;
			}));
		thatIsObserved().hasError(failure)
			.hasLowCardinalityKeyValue("error.type", "InvalidDataAccessApiUsageException")
			.hasHighCardinalityKeyValue("quiver.attempts", "1");
	}

	@Test
	void failureOfAnAsynchronousCallIsToldAsItIs() {
		InvalidDataAccessApiUsageException failure = new InvalidDataAccessApiUsageException("no such field");
		CompletableFuture<Object> result = this.calls.callAsync(NEAREST,
				(attempt) -> CompletableFuture.supplyAsync(() -> {
					throw failure;
				}));
		assertThat(result).failsWithin(Duration.ofSeconds(30));
		thatIsObserved().hasError(failure)
			.hasLowCardinalityKeyValue("error.type", "InvalidDataAccessApiUsageException");
	}

	@Test
	void cancelledCallIsToldAsSuch() {
		CompletableFuture<Object> result = this.calls.callAsync(NEAREST, (attempt) -> new CompletableFuture<>());
		result.cancel(true);
		thatIsObserved().hasLowCardinalityKeyValue("error.type", "CancellationException")
			.hasHighCardinalityKeyValue("quiver.attempts", "1");
	}

	@Test
	void callIsObservedBeforeItsResultIsThere() {
		CompletableFuture<Object> answer = new CompletableFuture<>();
		CompletableFuture<Object> result = this.calls.callAsync(NEAREST, (attempt) -> answer);
		CompletableFuture<Void> after = result.thenAccept((value) -> thatIsObserved());
		answer.complete("rows");
		assertThat(after).succeedsWithin(Duration.ofSeconds(30));
	}

	@Test
	void resultComesEvenIfAHandlerFails() {
		this.registry.observationConfig().observationHandler(new FailingHandler());
		CompletableFuture<String> answer = new CompletableFuture<>();
		CompletableFuture<String> result = this.calls.callAsync(NEAREST, (attempt) -> answer);
		answer.complete("rows");
		assertThat(result).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("rows");
	}

	@Test
	void transportIsBelowTheCallAndTheCallBelowItsCaller() {
		Observation caller = Observation.start("caller", this.registry);
		try (Observation.Scope scope = caller.openScope()) {
			this.calls.call(NEAREST, (attempt) -> transport());
			assertThat(this.registry.getCurrentObservation()).isSameAs(caller);
		}
		caller.stop();
		thatTransportIsBelowCall();
	}

	@Test
	void transportIsBelowAnAsynchronousCallInEveryTry() {
		Observation caller = Observation.start("caller", this.registry);
		CompletableFuture<String> result;
		try (Observation.Scope scope = caller.openScope()) {
			result = this.calls.callAsync(NEAREST, (attempt) -> {
				transport();
				return (attempt.number() < 3) ? CompletableFuture.failedFuture(new QueryTimeoutException("late"))
						: CompletableFuture.completedFuture("rows");
			});
			assertThat(this.registry.getCurrentObservation()).isSameAs(caller);
		}
		assertThat(result).succeedsWithin(Duration.ofSeconds(30));
		caller.stop();
		TestObservationRegistryAssert.assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("transport", 3);
		thatTransportIsBelowCall();
	}

	@Test
	void noScopeIsLeftBehind() {
		List<@Nullable Observation> left = new CopyOnWriteArrayList<>();
		this.calls.call(NEAREST, (attempt) -> "rows");
		CompletableFuture<String> answer = new CompletableFuture<>();
		CompletableFuture<Boolean> after = this.calls.callAsync(NEAREST, (attempt) -> answer)
			.thenApply((rows) -> left.add(this.registry.getCurrentObservation()));
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyRemainingCurrentScope();
		answer.complete("rows");
		assertThat(after).succeedsWithin(Duration.ofSeconds(30));
		assertThat(left).hasSize(1).containsOnlyNulls();
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyRemainingCurrentScope();
	}

	@Test
	void noScopeIsLeftBehindByAFailure() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.calls.call(NEAREST, (attempt) -> {
			throw new IllegalStateException();
		}));
		assertThat(this.calls.callAsync(NEAREST, (attempt) -> {
			throw new IllegalStateException();
		})).failsWithin(Duration.ofSeconds(30));
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyRemainingCurrentScope();
	}

	@Test
	void searchIsDescribedOncePerCall() {
		AtomicInteger asked = new AtomicInteger();
		this.calls.<Integer>call(NEAREST.searching(() -> {
			asked.incrementAndGet();
			return new SearchTrace("embedding", 3, 10, "cosine", null);
		}), (attempt) -> third(attempt));
		assertThat(asked).hasValue(1);
		thatIsObserved().hasHighCardinalityKeyValue("db.vector.field_name", "embedding")
			.hasHighCardinalityKeyValue("quiver.attempts", "3");
	}

	@Test
	void nothingIsDescribedWhereNobodyLooks() {
		Operation search = NEAREST.searching(() -> {
			throw new IllegalStateException("asked");
		});
		for (ObservationRegistry silent : List.of(ObservationRegistry.NOOP, ObservationRegistry.create())) {
			StoreCalls unseen = calls(silent, null);
			assertThat(unseen.<String>call(search, (attempt) -> "rows")).isEqualTo("rows");
			assertThat(unseen.callAsync(search, (attempt) -> CompletableFuture.completedFuture("rows")))
				.isCompletedWithValue("rows");
		}
	}

	@Test
	void handlerThatComesLateIsHeard() {
		ObservationRegistry silent = ObservationRegistry.create();
		StoreCalls unseen = calls(silent, null);
		unseen.call(NEAREST, (attempt) -> "rows");
		List<Observation.Context> seen = new CopyOnWriteArrayList<>();
		silent.observationConfig().observationHandler((ObservationHandler<Observation.Context>) seen::add);
		unseen.call(NEAREST, (attempt) -> "rows");
		assertThat(seen).hasSize(1);
	}

	@Test
	void callIsMadeThoughItIsNotToBeObserved() {
		this.registry.observationConfig().observationPredicate((name, context) -> !name.startsWith("quiver."));
		assertThat(this.calls.<Integer>call(NEAREST, (attempt) -> third(attempt))).isEqualTo(3);
		assertThat(this.calls.callAsync(NEAREST, (attempt) -> CompletableFuture.completedFuture("rows")))
			.isCompletedWithValue("rows");
		TestObservationRegistryAssert.assertThat(this.registry)
			.doesNotHaveAnyRemainingCurrentScope()
			.hasNumberOfObservationsEqualTo(0);
	}

	@Test
	void conventionOfTheStoreTakesThePlaceOfTheDefault() {
		calls(this.registry, new OwnConvention()).call(NEAREST, (attempt) -> "rows");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasSingleObservationThat()
			.hasNameEqualTo("own")
			.hasOnlyKeys("own.store");
	}

	@Test
	void globalConventionTakesThePlaceOfTheDefault() {
		this.registry.observationConfig().observationConvention(new GlobalConvention());
		this.calls.call(NEAREST, (attempt) -> "rows");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasSingleObservationThat()
			.hasNameEqualTo("own")
			.hasOnlyKeys("own.store");
	}

	@Test
	void callsHaveTheKeysThatAreDocumented() {
		StoreObservationDocumentation documented = StoreObservationDocumentation.OPERATION;
		StoreCalls traced = calls(this.registry, new DefaultStoreObservationConvention(true));
		traced.call(NEAREST.searching(() -> new SearchTrace("embedding", 3, 10, "cosine", () -> "a = 1")),
				(attempt) -> {
					attempt.written(1);
					return third(attempt);
				});
		String[] keys = Stream
			.concat(Arrays.stream(documented.getLowCardinalityKeyNames()),
					Arrays.stream(documented.getHighCardinalityKeyNames()))
			.map(KeyName::asString)
			.toArray(String[]::new);
		thatIsObserved().hasOnlyKeys(keys);
	}

	private TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert thatIsObserved() {
		return TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo("quiver.store.operation", 1)
			.hasObservationWithNameEqualTo("quiver.store.operation")
			.that()
			.hasBeenStarted()
			.hasBeenStopped();
	}

	private void thatTransportIsBelowCall() {
		thatIsObserved()
			.hasParentObservationContextMatching((parent) -> "caller".equals(parent.getName()), "is the caller")
			.backToTestObservationRegistry()
			.forAllObservationsWithNameEqualTo("transport",
					(transport) -> transport.hasParentObservationContextMatching(
							(parent) -> parent instanceof StoreObservationContext, "is the call"));
	}

	private @Nullable Object transport() {
		return Observation.createNotStarted("transport", this.registry).observe(() -> "rows");
	}

	private static int third(Attempt attempt) {
		attempt.returned(attempt.number() * 10L);
		if (attempt.number() < 3) {
			throw new QueryTimeoutException("late");
		}
		return attempt.number();
	}

	private static StoreCalls calls(ObservationRegistry registry, @Nullable StoreObservationConvention convention) {
		RetryConfig retry = RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(1)).build();
		return StoreCalls.builder("catalog", "weaviate")
			.retry(Retry.of("catalog", retry))
			.observations(registry, convention)
			.build();
	}

	static class OwnConvention implements StoreObservationConvention {

		@Override
		public String getName() {
			return "own";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(StoreObservationContext context) {
			return KeyValues.of(KeyValue.of("own.store", context.getStore()));
		}

	}

	static final class GlobalConvention extends OwnConvention
			implements GlobalObservationConvention<StoreObservationContext> {

	}

	static final class FailingHandler implements ObservationHandler<StoreObservationContext> {

		@Override
		public void onStop(StoreObservationContext context) {
			throw new IllegalStateException("handler");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof StoreObservationContext;
		}

	}

}
