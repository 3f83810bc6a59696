package io.quiver.spring.boot.autoconfigure.policy;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of one store, and of every store that does not say otherwise.
 *
 * @author Quiver
 * @since 0.1
 */
public interface PolicyProperties {

	TimeoutProperties timeout();

	RetryProperties retry();

	CircuitBreakerProperties circuitBreaker();

	BulkheadProperties bulkhead();

	PoolProperties pool();

	SslProperties ssl();

	@Nullable Boolean requireTls();

}
