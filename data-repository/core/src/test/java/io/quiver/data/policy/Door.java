package io.quiver.data.policy;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A door with real policies: three tries, a millisecond between them; two permits, no
 * waiting for them; a breaker that opens at four faults of four calls.
 */
class Door {

	static final Operation READ = Operation.read("get").on("articles");

	static final Operation SAVE = Operation.idempotentWrite("save").on("articles");

	static final Operation INSERT = Operation.write("insert").on("articles");

	final Retry retry = Retry.of("quiver-test",
			RetryConfig.custom()
				.maxAttempts(3)
				.intervalFunction(IntervalFunction.of(1))
				.ignoreExceptions(NotRepeatedException.class)
				.build());

	final CircuitBreaker breaker = CircuitBreaker.of("quiver-test",
			CircuitBreakerConfig.custom()
				.slidingWindowSize(4)
				.minimumNumberOfCalls(4)
				.permittedNumberOfCallsInHalfOpenState(2)
				.waitDurationInOpenState(Duration.ofHours(1))
				.build());

	final Bulkhead bulkhead = Bulkhead.of("quiver-test", BulkheadConfig.custom().maxConcurrentCalls(2).build());

	StoreCallsBuilder builder() {
		return withoutRetry().retry(this.retry);
	}

	StoreCallsBuilder withoutRetry() {
		return StoreCalls.builder("test", "test").circuitBreaker(this.breaker).bulkhead(this.bulkhead, Duration.ZERO);
	}

	StoreCalls open() {
		return builder().build();
	}

	void nothingIsHeld() {
		assertThat(this.bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
	}

	/**
	 * Half open with both of its permissions free.
	 */
	void halfOpen() {
		this.breaker.transitionToOpenState();
		this.breaker.transitionToHalfOpenState();
	}

	void halfOpenPermissionsAreFree() {
		assertThat(this.breaker.getState()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
		assertThat(this.breaker.tryAcquirePermission()).isTrue();
		assertThat(this.breaker.tryAcquirePermission()).isTrue();
		assertThat(this.breaker.tryAcquirePermission()).isFalse();
	}

	void calls(long successful, long successfulAfterRetry, long failed, long failedAfterRetry) {
		Retry.Metrics metrics = this.retry.getMetrics();
		assertThat(metrics.getNumberOfSuccessfulCallsWithoutRetryAttempt()).as("successful").isEqualTo(successful);
		assertThat(metrics.getNumberOfSuccessfulCallsWithRetryAttempt()).as("successful after retry")
			.isEqualTo(successfulAfterRetry);
		assertThat(metrics.getNumberOfFailedCallsWithoutRetryAttempt()).as("failed").isEqualTo(failed);
		assertThat(metrics.getNumberOfFailedCallsWithRetryAttempt()).as("failed after retry")
			.isEqualTo(failedAfterRetry);
	}

}
