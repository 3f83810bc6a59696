package io.quiver.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;
import io.quiver.spring.boot.autoconfigure.kind.PoolSettings;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that every property of a policy takes effect on the calls of a store.
 *
 * @author Quiver
 */
class StorePolicyPropertiesTests {

	private static final Operation READ = StoreOperations.NEAREST;

	private static final Operation WRITE = StoreOperations.SAVE;

	private static final String QUICK = "stores.catalog.retry.delay=1ms";

	@Test
	void connectTimeoutReachesTheClient() {
		RemoteStores.client((client) -> assertThat(client.parts().connectTimeout()).isEqualTo(Duration.ofMillis(700)),
				"stores.catalog.timeout.connect=700ms");
	}

	@Test
	void readTimeoutIsTheDeadlineOfATryThatReads() {
		RemoteStores.client((client) -> {
			assertWithin(deadline(client, READ), Duration.ofHours(3));
			assertWithin(deadline(client, WRITE), Duration.ofSeconds(10));
		}, "stores.catalog.timeout.read=3h", "stores.catalog.timeout.total=9h");
	}

	@Test
	void writeTimeoutIsTheDeadlineOfATryThatWrites() {
		RemoteStores.client((client) -> {
			assertWithin(deadline(client, WRITE), Duration.ofHours(3));
			assertWithin(deadline(client, READ), Duration.ofSeconds(5));
		}, "stores.catalog.timeout.write=3h", "stores.catalog.timeout.total=9h");
	}

	@Test
	void totalTimeoutIsTheDeadlineOfACallWithoutLimitPerTry() {
		RemoteStores.client((client) -> assertWithin(deadline(client, READ), Duration.ofHours(3)),
				"stores.catalog.timeout.read=0", "stores.catalog.timeout.total=3h");
	}

	@Test
	void shorterTotalTimeoutNeedsNoShorterReadTimeout() {
		RemoteStores.client((client) -> assertWithin(deadline(client, READ), Duration.ofSeconds(3)),
				"stores.catalog.timeout.total=3s");
	}

	@Test
	void zeroIsNoLimit() {
		RemoteStores.client((client) -> assertThat(deadline(client, READ).isSet()).isFalse(),
				"stores.catalog.timeout.read=0", "stores.catalog.timeout.total=0");
	}

	@Test
	void withoutPropertiesTheKindSaysHowLongCallsMayTake() {
		RemoteStores.client((client) -> {
			assertThat(client.parts().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
			assertWithin(deadline(client, READ), Duration.ofSeconds(5));
			assertWithin(deadline(client, WRITE), Duration.ofSeconds(10));
		});
	}

	@Test
	void storeWinsOverDefaultsAndDefaultsOverTheKind() {
		RemoteStores.client((client) -> {
			assertWithin(deadline(client, READ), Duration.ofHours(1));
			assertWithin(deadline(client, WRITE), Duration.ofHours(4));
			assertThat(client.parts().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
		}, "stores.catalog.timeout.read=1h", "defaults.timeout.read=2h", "defaults.timeout.write=4h",
				"defaults.timeout.total=9h");
	}

	@Test
	void storesHavePoliciesOfTheirOwn() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.archive.kind=remote", "quiver.stores.archive.retry.delay=1ms",
					"quiver.stores.archive.retry.max-attempts=5", "quiver.stores.catalog.retry.delay=1ms",
					"quiver.stores.catalog.retry.max-attempts=2")
			.run((context) -> {
				assertThat(tries(context.getBean("archiveRemoteClient", RemoteClient.class), READ)).isEqualTo(5);
				assertThat(tries(RemoteStores.client(context), READ)).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "5" })
	void maxAttemptsCountTheFirstTime(int attempts) {
		RemoteStores.client((client) -> assertThat(tries(client, READ)).isEqualTo(attempts), QUICK,
				"stores.catalog.retry.max-attempts=" + attempts);
	}

	@Test
	void withoutPropertiesThereAreThreeTries() {
		RemoteStores.client((client) -> assertThat(tries(client, READ)).isEqualTo(3), QUICK);
	}

	@Test
	void answerOfTheSystemIsNotRepeated() {
		RemoteStores.client((client) -> {
			AtomicInteger tries = new AtomicInteger();
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> client.call(READ, (attempt) -> {
				tries.incrementAndGet();
				throw new DuplicateKeyException("There");
			}));
			assertThat(tries).hasValue(1);
		}, QUICK);
	}

	@Test
	void delaysGrowByTheMultiplierUpToTheLongest() {
		delays((retry) -> assertThat(new long[] { delay(retry, 1), delay(retry, 2), delay(retry, 3), delay(retry, 4) })
			.containsExactly(10, 30, 90, 200), "delay=10ms", "multiplier=3", "max-delay=200ms", "jitter=0");
	}

	@Test
	void delaysWithoutProperties() {
		delays((retry) -> assertThat(new long[] { delay(retry, 1), delay(retry, 2), delay(retry, 9) })
			.containsExactly(100, 200, 2000), "jitter=0");
	}

	@Test
	void jitterLetsChanceChangeDelays() {
		delays((retry) -> {
			Set<Long> delays = new HashSet<>();
			for (int i = 0; i < 200; i++) {
				delays.add(delay(retry, 1));
			}
			assertThat(delays).hasSizeGreaterThan(20).allMatch((delay) -> delay >= 900 && delay <= 1101);
		}, "delay=1s", "jitter=0.1");
	}

	@Test
	void delayOfQuiverGivesWayToAShorterMaxDelay() {
		delays((retry) -> assertThat(delay(retry, 1)).isEqualTo(50), "max-delay=50ms", "jitter=0");
	}

	@Test
	void quotaEndsRepeatingWhileNothingSucceeds() {
		RemoteStores.client((client) -> {
			assertThat(tries(client, READ)).isEqualTo(4);
			assertThat(tries(client, READ)).isEqualTo(1);
		}, QUICK, "stores.catalog.retry.quota=3", "stores.catalog.retry.max-attempts=9");
	}

	@Test
	void circuitBreakerOpensAtTheRateAfterTheLeastNumberOfCalls() {
		RemoteStores.client((client) -> {
			succeed(client);
			fail(client);
			assertThat(state(client)).isEqualTo(State.CLOSED);
			fail(client);
			assertThat(state(client)).isEqualTo(State.OPEN);
			assertThatExceptionOfType(CallRefusedException.class).isThrownBy(() -> succeed(client));
		}, "stores.catalog.circuit-breaker.failure-rate-threshold=60",
				"stores.catalog.circuit-breaker.minimum-number-of-calls=2", "stores.catalog.retry.max-attempts=1");
	}

	@Test
	void circuitBreakerLooksAtTheLastCalls() {
		RemoteStores.client((client) -> {
			succeed(client);
			succeed(client);
			fail(client);
			assertThat(state(client)).isEqualTo(State.CLOSED);
			fail(client);
			assertThat(state(client)).isEqualTo(State.OPEN);
		}, "stores.catalog.circuit-breaker.failure-rate-threshold=100",
				"stores.catalog.circuit-breaker.sliding-window-size=2", "stores.catalog.retry.max-attempts=1");
	}

	@Test
	void circuitBreakerLetsNothingThroughForAsLongAsIsSaid() {
		RemoteStores.client((client) -> {
			breaker(client).transitionToOpenState();
			assertThatExceptionOfType(CallRefusedException.class).isThrownBy(() -> succeed(client));
		}, "stores.catalog.circuit-breaker.wait-duration-in-open-state=1h");
		RemoteStores.client((client) -> {
			breaker(client).transitionToOpenState();
			long start = System.nanoTime();
			while (System.nanoTime() - start < Duration.ofMillis(2).toNanos()) {
				Thread.onSpinWait();
			}
			succeed(client);
			assertThat(state(client)).isEqualTo(State.HALF_OPEN);
		}, "stores.catalog.circuit-breaker.wait-duration-in-open-state=1ms");
	}

	/** An instance that is out of service gets no calls that could close it again. */
	@Test
	void circuitBreakerIsHalfOpenAfterThatThoughNobodyCalls() {
		RemoteStores.client((client) -> {
			CompletableFuture<Void> halfOpen = new CompletableFuture<>();
			breaker(client).getEventPublisher().onStateTransition((event) -> {
				if (event.getStateTransition().getToState() == State.HALF_OPEN) {
					halfOpen.complete(null);
				}
			});
			breaker(client).transitionToOpenState();
			assertThat(halfOpen).succeedsWithin(Duration.ofSeconds(30));
		}, "stores.catalog.circuit-breaker.wait-duration-in-open-state=10ms");
	}

	@Test
	void halfOpenCircuitBreakerLetsAFewThrough() {
		RemoteStores.client((client) -> {
			breaker(client).transitionToOpenState();
			breaker(client).transitionToHalfOpenState();
			client.call(READ, (outer) -> client.call(READ, (inner) -> {
				assertRefused(() -> succeed(client));
				return 1;
			}));
		}, "stores.catalog.circuit-breaker.permitted-number-of-calls-in-half-open-state=2");
	}

	@Test
	void circuitBreakerCanBeSwitchedOff() {
		RemoteStores.client((client) -> assertThat(client.parts().calls().circuitBreaker()).isNull(),
				"stores.catalog.circuit-breaker.enabled=false");
	}

	@Test
	void circuitBreakerWithoutProperties() {
		RemoteStores.client((client) -> assertThat(breaker(client).getCircuitBreakerConfig()).satisfies((config) -> {
			assertThat(config.getSlidingWindowSize()).isEqualTo(100);
			assertThat(config.getMinimumNumberOfCalls()).isEqualTo(20);
			assertThat(config.getFailureRateThreshold()).isEqualTo(50);
			assertThat(config.getWaitIntervalFunctionInOpenState().apply(1)).isEqualTo(5000);
			assertThat(config.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(10);
		}));
	}

	@Test
	void bulkheadRefusesCallsBeyond() {
		RemoteStores.client((client) -> client.call(READ, (first) -> client.call(READ, (second) -> {
			assertRefused(() -> succeed(client));
			return 1;
		})), "stores.catalog.bulkhead.max-concurrent-calls=2", "stores.catalog.bulkhead.max-wait=0");
	}

	@Test
	void bulkheadLetsCallsWait() {
		RemoteStores.client((client) -> {
			CompletableFuture<Integer> waiting = client.call(READ, (outer) -> {
				CompletableFuture<Integer> inner = client.parts()
					.calls()
					.callAsync(READ, (attempt) -> CompletableFuture.completedFuture(1));
				assertThat(inner).isNotDone();
				return inner;
			});
			assertThat(waiting.join()).isEqualTo(1);
		}, "stores.catalog.bulkhead.max-concurrent-calls=1", "stores.catalog.bulkhead.max-wait=1h",
				"stores.catalog.timeout.read=0", "stores.catalog.timeout.total=0");
	}

	@Test
	void bulkheadCanBeSwitchedOff() {
		RemoteStores.client(
				(client) -> assertThat(client.<Integer>call(READ, (outer) -> client.call(READ, (inner) -> 1)))
					.isEqualTo(1),
				"stores.catalog.bulkhead.enabled=false", "stores.catalog.bulkhead.max-concurrent-calls=1");
	}

	@Test
	void poolReachesTheClient() {
		RemoteStores.client(
				(client) -> assertThat(client.parts().pool()).isEqualTo(
						new PoolSettings(3, 2, Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(4))),
				"stores.catalog.pool.max-size=3", "stores.catalog.pool.min-idle=2", "stores.catalog.pool.max-wait=1s",
				"stores.catalog.pool.idle-timeout=2m", "defaults.pool.max-lifetime=4m");
	}

	@Test
	void poolWithoutProperties() {
		RemoteStores.client((client) -> assertThat(client.parts().pool())
			.isEqualTo(new PoolSettings(8, 0, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(30))));
	}

	@Test
	void operationHasTimeoutsOfItsOwn() {
		RemoteStores.client((client) -> {
			assertWithin(deadline(client, READ), Duration.ofHours(1));
			assertWithin(deadline(client, StoreOperations.RANK), Duration.ofHours(2));
			assertWithin(deadline(client, StoreOperations.FIND), Duration.ofSeconds(5));
		}, "stores.catalog.operations.nearest.timeout.attempt=1h", "stores.catalog.timeout.total=9h",
				"stores.catalog.operations.rank.timeout.total=2h", "stores.catalog.operations.rank.timeout.attempt=0");
	}

	@Test
	void operationWithAShortTotalNeedsNoShorterTry() {
		RemoteStores.client((client) -> assertWithin(deadline(client, READ), Duration.ofMillis(200)),
				"stores.catalog.operations.nearest.timeout.total=200ms");
	}

	@Test
	void operationHasARetryOfItsOwn() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.retry.delay=1ms",
					"quiver.stores.catalog.operations.delete-where.retry.max-attempts=5")
			.run((context) -> {
				assertThat(tries(RemoteStores.client(context), StoreOperations.DELETE_WHERE)).isEqualTo(5);
				assertThat(tries(RemoteStores.client(context), READ)).isEqualTo(3);
				assertThat(retries(context).getAllRetries()).extracting(Retry::getName)
					.containsExactlyInAnyOrder("quiver-catalog", "quiver-catalog-delete-where");
			});
	}

	private static void assertWithin(Deadline deadline, Duration time) {
		assertThat(deadline.isSet()).isTrue();
		// What is shorter by more than half would be another property's.
		assertThat(Duration.ofNanos(deadline.remainingNanos())).isLessThanOrEqualTo(time)
			.isGreaterThan(time.dividedBy(2));
	}

	private static Deadline deadline(RemoteClient client, Operation operation) {
		return client.call(operation, (attempt) -> attempt.deadline());
	}

	private static int tries(RemoteClient client, Operation operation) {
		AtomicInteger tries = new AtomicInteger();
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> client.call(operation, (attempt) -> {
				tries.incrementAndGet();
				throw new TransientDataAccessResourceException("Down");
			}));
		return tries.get();
	}

	private static void succeed(RemoteClient client) {
		client.call(READ, (attempt) -> 1);
	}

	private static void fail(RemoteClient client) {
		assertThat(tries(client, READ)).isEqualTo(1);
	}

	private static void assertRefused(ThrowingCallable call) {
		assertThatExceptionOfType(CallRefusedException.class).isThrownBy(call);
	}

	private static CircuitBreaker breaker(RemoteClient client) {
		return Objects.requireNonNull(client.parts().calls().circuitBreaker());
	}

	private static State state(RemoteClient client) {
		return breaker(client).getState();
	}

	private static void delays(Consumer<Retry> test, String... properties) {
		String[] names = new String[properties.length];
		for (int i = 0; i < names.length; i++) {
			names[i] = "quiver.stores.catalog.retry." + properties[i];
		}
		RemoteStores.runner().withPropertyValues(names).run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(retries(context).retry("quiver-catalog"));
		});
	}

	private static RetryRegistry retries(ApplicationContext context) {
		return Objects.requireNonNull(context.getBean(ResilienceRegistries.class).ownRetries());
	}

	private static long delay(Retry retry, int attempt) {
		return retry.getRetryConfig().getIntervalBiFunction().apply(attempt, Either.left(new IllegalStateException()));
	}

}
