package io.quiver.spring.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.quiver.data.policy.Policies;
import io.quiver.data.policy.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a store are limited and repeated.
 *
 * @param timeouts how long calls may take
 * @param retry how calls are repeated, {@code null} for not at all
 * @param circuitBreaker the circuit breaker, {@code null} for none
 * @param bulkhead the bulkhead, {@code null} for none
 * @param operations what holds instead for some operations, by name
 * @author Quiver
 * @since 0.1
 */
public record PoliciesDescriptor(TimeoutsDescriptor timeouts, @Nullable RetryDescriptor retry,
		@Nullable CircuitBreakerDescriptor circuitBreaker, @Nullable BulkheadDescriptor bulkhead,
		Map<String, OperationDescriptor> operations) {

	static PoliciesDescriptor of(Policies policies) {
		Map<String, OperationDescriptor> operations = new TreeMap<>();
		policies.operations().forEach((name, rules) -> operations.put(name, OperationDescriptor.of(rules)));
		OperationDescriptor all = OperationDescriptor.of(policies.rules());
		return new PoliciesDescriptor(all.timeouts(), all.retry(),
				CircuitBreakerDescriptor.of(policies.circuitBreaker()), BulkheadDescriptor.of(policies.bulkhead()),
				operations);
	}

	/**
	 * What holds for an operation.
	 *
	 * @param timeouts how long its calls may take
	 * @param retry how they are repeated, {@code null} for not at all
	 */
	public record OperationDescriptor(TimeoutsDescriptor timeouts, @Nullable RetryDescriptor retry) {

		static OperationDescriptor of(Policies.Rules rules) {
			return new OperationDescriptor(TimeoutsDescriptor.of(rules.timeouts()), RetryDescriptor.of(rules.retry()));
		}

	}

	/**
	 * How long things may take, {@code null} for no limit.
	 *
	 * @param connect until a connection is there
	 * @param read one try of a call that reads
	 * @param write one try of a call that writes
	 * @param total a call with all its tries
	 */
	public record TimeoutsDescriptor(@Nullable Duration connect, @Nullable Duration read, @Nullable Duration write,
			@Nullable Duration total) {

		static TimeoutsDescriptor of(Timeouts timeouts) {
			return new TimeoutsDescriptor(limit(timeouts.connect()), limit(timeouts.read()), limit(timeouts.write()),
					limit(timeouts.total()));
		}

		private static @Nullable Duration limit(Duration timeout) {
			return (timeout.isZero()) ? null : timeout;
		}

	}

	/**
	 * How calls are repeated.
	 *
	 * @param maxAttempts how many tries there are at most, the first included
	 */
	public record RetryDescriptor(int maxAttempts) {

		static @Nullable RetryDescriptor of(@Nullable Retry retry) {
			return (retry != null) ? new RetryDescriptor(retry.getRetryConfig().getMaxAttempts()) : null;
		}

	}

	/**
	 * The circuit breaker.
	 *
	 * @param state whether it lets calls through
	 * @param failureRate the failures among its last calls in percent, {@code null} while
	 * there are too few
	 * @param failureRateThreshold the percentage at which it opens
	 * @param notPermittedCalls how many calls it has not let through
	 */
	public record CircuitBreakerDescriptor(CircuitBreaker.State state, @Nullable Float failureRate,
			float failureRateThreshold, long notPermittedCalls) {

		static @Nullable CircuitBreakerDescriptor of(@Nullable CircuitBreaker breaker) {
			if (breaker == null) {
				return null;
			}
			CircuitBreaker.Metrics metrics = breaker.getMetrics();
			return new CircuitBreakerDescriptor(breaker.getState(),
					(metrics.getFailureRate() >= 0) ? metrics.getFailureRate() : null,
					breaker.getCircuitBreakerConfig().getFailureRateThreshold(),
					metrics.getNumberOfNotPermittedCalls());
		}

	}

	/**
	 * The bulkhead.
	 *
	 * @param maxConcurrentCalls how many calls there may be at once
	 * @param availableConcurrentCalls how many more there may be now
	 */
	public record BulkheadDescriptor(int maxConcurrentCalls, int availableConcurrentCalls) {

		static @Nullable BulkheadDescriptor of(@Nullable Bulkhead bulkhead) {
			return (bulkhead != null) ? new BulkheadDescriptor(bulkhead.getMetrics().getMaxAllowedConcurrentCalls(),
					bulkhead.getMetrics().getAvailableConcurrentCalls()) : null;
		}

	}

}
