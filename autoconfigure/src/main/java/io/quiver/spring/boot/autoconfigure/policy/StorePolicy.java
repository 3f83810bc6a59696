package io.quiver.spring.boot.autoconfigure.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.data.policy.Timeouts;
import io.quiver.spring.boot.autoconfigure.kind.PoolSettings;

/**
 * How the calls of one store are limited and repeated, all properties read and judged.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StorePolicy {

	private final Timeouts timeouts;

	private final RetrySettings retry;

	private final CircuitBreakerSettings circuitBreaker;

	private final BulkheadSettings bulkhead;

	private final Map<String, OperationSettings> operations;

	private final PoolSettings pool;

	private final ConnectionSettings connection;

	StorePolicy(Layers<PolicyProperties> layers, Timeouts otherwise, Map<String, OperationProperties> operations) {
		TimeoutSettings timeouts = TimeoutSettings.of(layers.group("timeout", PolicyProperties::timeout), otherwise);
		this.timeouts = timeouts.timeouts();
		this.retry = RetrySettings.of(layers.group("retry", PolicyProperties::retry));
		this.circuitBreaker = CircuitBreakerSettings
			.of(layers.group("circuit-breaker", PolicyProperties::circuitBreaker));
		this.bulkhead = BulkheadSettings.of(layers.group("bulkhead", PolicyProperties::bulkhead));
		this.operations = operations(layers.storePrefix() + ".operations", timeouts, operations);
		this.pool = Pools.of(layers.group("pool", PolicyProperties::pool));
		this.connection = ConnectionSettings.of(layers);
	}

	private Map<String, OperationSettings> operations(String prefix, TimeoutSettings timeouts,
			Map<String, OperationProperties> operations) {
		Map<String, OperationSettings> settings = new LinkedHashMap<>();
		operations.forEach((name, operation) -> settings.put(name,
				OperationSettings.of(prefix + "." + name, operation, timeouts, this.retry)));
		return settings;
	}

	/**
	 * Read and judge the properties of a store.
	 * @param prefix the name of the store's properties
	 * @param store the properties
	 * @param defaultsPrefix the name of the properties of all stores
	 * @param defaults the properties of all stores
	 * @param timeouts the time-outs of the store's kind
	 * @param operations the properties of operations, by the operations' names
	 * @return the policy
	 * @throws org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException
	 * for the first value that is wrong
	 */
	public static StorePolicy of(String prefix, PolicyProperties store, String defaultsPrefix,
			PolicyProperties defaults, Timeouts timeouts, Map<String, OperationProperties> operations) {
		return new StorePolicy(new Layers<>(prefix, store, defaultsPrefix, defaults), timeouts, operations);
	}

	public Timeouts timeouts() {
		return this.timeouts;
	}

	public PoolSettings pool() {
		return this.pool;
	}

	public ConnectionSettings connection() {
		return this.connection;
	}

	RetrySettings retry() {
		return this.retry;
	}

	CircuitBreakerSettings circuitBreaker() {
		return this.circuitBreaker;
	}

	BulkheadSettings bulkhead() {
		return this.bulkhead;
	}

	/**
	 * Return which operations have a retry of their own, in the instance
	 * {@code quiver-<store>-<operation>}.
	 * @return the names of the operations
	 */
	public List<String> retriedApart() {
		return this.operations.entrySet()
			.stream()
			.filter((operation) -> operation.getValue().retry() != null)
			.map(Map.Entry::getKey)
			.toList();
	}

	Map<String, OperationSettings> operations() {
		return this.operations;
	}

}
