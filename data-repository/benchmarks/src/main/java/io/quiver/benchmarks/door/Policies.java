package io.quiver.benchmarks.door;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

/**
 * The policies of a store at their defaults, the same for all sides.
 *
 * @param retry the retry
 * @param circuitBreaker the circuit breaker
 * @param bulkhead the bulkhead
 * @author Quiver
 * @since 0.1
 */
record Policies(Retry retry, CircuitBreaker circuitBreaker, Bulkhead bulkhead) {

	static Policies create() {
		return new Policies(Retry.of("quiver-articles", RetryConfig.custom().maxAttempts(3).build()),
				CircuitBreaker.of("quiver-articles",
						CircuitBreakerConfig.custom()
							.slidingWindowSize(100)
							.minimumNumberOfCalls(20)
							.waitDurationInOpenState(Duration.ofSeconds(5))
							.build()),
				Bulkhead.of("quiver-articles",
						BulkheadConfig.custom().maxConcurrentCalls(64).maxWaitDuration(Duration.ZERO).build()));
	}

	/**
	 * Listen to the events of circuit breaker and bulkhead, as Resilience4j's own starter
	 * does.
	 */
	Policies heard() {
		this.circuitBreaker.getEventPublisher().onEvent((event) -> {
		});
		this.bulkhead.getEventPublisher().onEvent((event) -> {
		});
		return this;
	}

}
