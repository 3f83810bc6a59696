package io.quiver.store.contract.fault;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.StoreCallsBuilder;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;

/**
 * Policies that give up soon.
 *
 * @author Quiver
 */
final class FaultPolicies {

	/** A try is over long before the call, so that there are several. */
	static final Timeouts HASTY = timeouts(200, 200, 450);

	/** For calls that must reach a server, also that of a busy machine. */
	static final Timeouts PATIENT = timeouts(1000, 600, 1500);

	private FaultPolicies() {
	}

	private static Timeouts timeouts(long connect, long attempt, long total) {
		return new Timeouts(Duration.ofMillis(connect), Duration.ofMillis(attempt), Duration.ofMillis(attempt),
				Duration.ofMillis(total));
	}

	static StoreCallsBuilder of(Timeouts timeouts) {
		return StoreCalls.builder("faults", "faults").timeouts(timeouts);
	}

	static Retry retry(int maxAttempts) {
		return Retry.of("faults",
				RetryConfig.custom()
					.maxAttempts(maxAttempts)
					.waitDuration(Duration.ofMillis(50))
					.ignoreExceptions(NotRepeatedException.class)
					.build());
	}

	static CircuitBreaker circuitBreaker() {
		return CircuitBreaker.of("faults",
				CircuitBreakerConfig.custom()
					.slidingWindowSize(10)
					.minimumNumberOfCalls(5)
					.waitDurationInOpenState(Duration.ofMillis(100))
					.permittedNumberOfCallsInHalfOpenState(2)
					.build());
	}

	/** What a call may take that has a deadline, the time to notice it included. */
	static Duration limit(Duration deadline) {
		Duration tenth = deadline.dividedBy(10);
		Duration least = Duration.ofMillis(250);
		return deadline.plus((tenth.compareTo(least) > 0) ? tenth : least);
	}

}
