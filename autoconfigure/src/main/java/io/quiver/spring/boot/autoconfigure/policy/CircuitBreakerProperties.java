package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When a store that fails is left in peace for a while.
 *
 * @param enabled Whether there is a circuit breaker. By default, true.
 * @param failureRateThreshold Percentage of failed tries from which on the store is not
 * called. By default, 50.
 * @param minimumNumberOfCalls How many tries there must be before that is judged. By
 * default, 20.
 * @param slidingWindowSize How many of the last tries are judged. By default, 100.
 * @param waitDurationInOpenState How long the store is not called. By default, 5s.
 * @param permittedNumberOfCallsInHalfOpenState How many tries are let through after that
 * to see whether the store is well again. By default, 10.
 * @author Quiver
 * @since 0.1
 */
public record CircuitBreakerProperties(@Nullable Boolean enabled, @Nullable Float failureRateThreshold,
		@Nullable Integer minimumNumberOfCalls, @Nullable Integer slidingWindowSize,
		@Nullable Duration waitDurationInOpenState, @Nullable Integer permittedNumberOfCallsInHalfOpenState) {
}
