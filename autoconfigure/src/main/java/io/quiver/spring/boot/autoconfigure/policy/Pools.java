package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import io.quiver.spring.boot.autoconfigure.kind.PoolSettings;

/**
 * Reads how many sessions there may be.
 *
 * @author Quiver
 */
final class Pools {

	private Pools() {
	}

	static PoolSettings of(Layers<PoolProperties> layers) {
		Setting<Integer> maxSize = layers.setting("max-size", PoolProperties::maxSize, 8, Check.AT_LEAST_1);
		Setting<Integer> minIdle = layers.setting("min-idle", PoolProperties::minIdle, 0, Check.AT_LEAST_0);
		return new PoolSettings(maxSize.value(), Setting.notAbove(minIdle, maxSize),
				layers.value("max-wait", PoolProperties::maxWait, Duration.ofSeconds(10), Check.NOT_NEGATIVE),
				layers.value("idle-timeout", PoolProperties::idleTimeout, Duration.ofMinutes(5), Check.NOT_NEGATIVE),
				layers.value("max-lifetime", PoolProperties::maxLifetime, Duration.ofMinutes(30), Check.NOT_NEGATIVE));
	}

}
