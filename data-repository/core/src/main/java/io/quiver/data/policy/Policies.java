package io.quiver.data.policy;

import java.util.Map;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a store, to be looked at.
 *
 * @param rules what holds for all operations
 * @param operations what holds instead for some, by name
 * @param circuitBreaker the circuit breaker, or {@code null} if there is none
 * @param bulkhead the bulkhead, or {@code null} if there is none
 * @author Quiver
 * @since 0.1
 */
public record Policies(Rules rules, Map<String, Rules> operations, @Nullable CircuitBreaker circuitBreaker,
		@Nullable Bulkhead bulkhead) {

	public Policies {
		operations = Map.copyOf(operations);
	}

	/**
	 * What holds for the calls of an operation.
	 *
	 * @param timeouts how long they may take
	 * @param retry how they are repeated, or {@code null} for not at all
	 */
	public record Rules(Timeouts timeouts, @Nullable Retry retry) {
	}

}
