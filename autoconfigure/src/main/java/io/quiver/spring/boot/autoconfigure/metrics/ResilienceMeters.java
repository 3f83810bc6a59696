package io.quiver.spring.boot.autoconfigure.metrics;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;

/**
 * Binds the registries that are ours, each once.
 *
 * @param registries the registries
 * @author Quiver
 */
record ResilienceMeters(ResilienceRegistries registries) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry meters) {
		RetryRegistry retries = this.registries.ownRetries();
		if (retries != null) {
			TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
		}
		CircuitBreakerRegistry circuitBreakers = this.registries.ownCircuitBreakers();
		if (circuitBreakers != null) {
			TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers).bindTo(meters);
		}
		BulkheadRegistry bulkheads = this.registries.ownBulkheads();
		if (bulkheads != null) {
			TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
		}
	}

}
