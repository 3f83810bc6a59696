package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

/**
 * When a store that fails is left in peace.
 *
 * @param enabled whether it ever is
 * @param config the configuration of the circuit breaker
 * @author Quiver
 */
record CircuitBreakerSettings(boolean enabled, CircuitBreakerConfig config) {

	/** Slow calls are cut off by time-outs, and are failures then. */
	private static final Duration NEVER_SLOW = Duration.ofDays(36_500);

	static CircuitBreakerSettings of(Layers<CircuitBreakerProperties> layers) {
		Setting<Integer> window = layers.setting("sliding-window-size", CircuitBreakerProperties::slidingWindowSize,
				100, Check.WINDOW);
		Setting<Integer> minimum = layers.setting("minimum-number-of-calls",
				CircuitBreakerProperties::minimumNumberOfCalls, 20, Check.AT_LEAST_1);
		CircuitBreakerConfig config = CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(window.value())
			.minimumNumberOfCalls(Setting.notAbove(minimum, window))
			.failureRateThreshold(layers.value("failure-rate-threshold", CircuitBreakerProperties::failureRateThreshold,
					50F, Check.PERCENTAGE))
			.waitDurationInOpenState(
					layers.value("wait-duration-in-open-state", CircuitBreakerProperties::waitDurationInOpenState,
							Duration.ofSeconds(5), Check.AT_LEAST_A_MILLISECOND))
			.permittedNumberOfCallsInHalfOpenState(layers.value("permitted-number-of-calls-in-half-open-state",
					CircuitBreakerProperties::permittedNumberOfCallsInHalfOpenState, 10, Check.WINDOW))
			// else an instance that gets no calls because it is not ready would stay so
			.enableAutomaticTransitionFromOpenToHalfOpen()
			.slowCallDurationThreshold(NEVER_SLOW)
			.build();
		return new CircuitBreakerSettings(
				layers.value("enabled", CircuitBreakerProperties::enabled, true, Check.none()), config);
	}

}
