package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import io.github.resilience4j.bulkhead.BulkheadConfig;

/**
 * How many calls there may be at once.
 *
 * @param enabled whether that is limited
 * @param maxConcurrentCalls how many there may be
 * @param maxWait how long a call beyond waits
 * @author Quiver
 */
record BulkheadSettings(boolean enabled, int maxConcurrentCalls, Duration maxWait) {

	static BulkheadSettings of(Layers<BulkheadProperties> layers) {
		return new BulkheadSettings(layers.value("enabled", BulkheadProperties::enabled, true, Check.none()),
				layers.value("max-concurrent-calls", BulkheadProperties::maxConcurrentCalls, 64, Check.AT_LEAST_1),
				layers.value("max-wait", BulkheadProperties::maxWait, Duration.ofSeconds(1), Check.NOT_NEGATIVE));
	}

	/**
	 * Waiting is left to the door, which knows the deadline.
	 */
	BulkheadConfig config() {
		return BulkheadConfig.custom()
			.maxConcurrentCalls(this.maxConcurrentCalls)
			.maxWaitDuration(Duration.ZERO)
			.build();
	}

}
