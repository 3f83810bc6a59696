package io.quiver.spring.boot.autoconfigure.policy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The registries in which the instances of stores stand: those of the application, else
 * our own. Ours are no beans, which would keep Resilience4j from making its own.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ResilienceRegistries {

	private final RetryRegistry retries;

	private final CircuitBreakerRegistry circuitBreakers;

	private final BulkheadRegistry bulkheads;

	private final boolean ownRetries;

	private final boolean ownCircuitBreakers;

	private final boolean ownBulkheads;

	/**
	 * Create the registries.
	 * @param retries the application's registry, or {@code null}
	 * @param circuitBreakers the application's registry, or {@code null}
	 * @param bulkheads the application's registry, or {@code null}
	 */
	public ResilienceRegistries(@Nullable RetryRegistry retries, @Nullable CircuitBreakerRegistry circuitBreakers,
			@Nullable BulkheadRegistry bulkheads) {
		this.retries = (retries != null) ? retries : RetryRegistry.ofDefaults();
		this.circuitBreakers = (circuitBreakers != null) ? circuitBreakers : CircuitBreakerRegistry.ofDefaults();
		this.bulkheads = (bulkheads != null) ? bulkheads : BulkheadRegistry.ofDefaults();
		this.ownRetries = (retries == null);
		this.ownCircuitBreakers = (circuitBreakers == null);
		this.ownBulkheads = (bulkheads == null);
	}

	RetryRegistry retries() {
		return this.retries;
	}

	CircuitBreakerRegistry circuitBreakers() {
		return this.circuitBreakers;
	}

	BulkheadRegistry bulkheads() {
		return this.bulkheads;
	}

	/**
	 * Return our registry of retries, whose meters are up to us.
	 * @return the registry, or {@code null} if it is the application's
	 */
	public @Nullable RetryRegistry ownRetries() {
		return (this.ownRetries) ? this.retries : null;
	}

	/**
	 * Return our registry of circuit breakers, whose meters are up to us.
	 * @return the registry, or {@code null} if it is the application's
	 */
	public @Nullable CircuitBreakerRegistry ownCircuitBreakers() {
		return (this.ownCircuitBreakers) ? this.circuitBreakers : null;
	}

	/**
	 * Return our registry of bulkheads, whose meters are up to us.
	 * @return the registry, or {@code null} if it is the application's
	 */
	public @Nullable BulkheadRegistry ownBulkheads() {
		return (this.ownBulkheads) ? this.bulkheads : null;
	}

}
