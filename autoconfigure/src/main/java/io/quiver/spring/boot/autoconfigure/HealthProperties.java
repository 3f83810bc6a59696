package io.quiver.spring.boot.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Health of stores.
 *
 * @param timeout Longest time that a store may take to show that it is well. It is asked
 * past its own time-outs, retries, circuit breaker and bulkhead.
 * @author Quiver
 * @since 0.1
 */
public record HealthProperties(@DefaultValue("1s") Duration timeout) {

	public HealthProperties {
		if (timeout.isZero() || timeout.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("quiver.health.timeout", timeout,
					"It must be longer than zero, such as 1s.");
		}
	}

}
