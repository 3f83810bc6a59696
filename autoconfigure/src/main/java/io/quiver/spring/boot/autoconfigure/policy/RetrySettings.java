package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.NotRepeatedException;

/**
 * How calls are repeated.
 *
 * @param maxAttempts how often a call is tried at most
 * @param backoff how long it takes until the next try
 * @param quota how many repetitions there may be in a row
 * @author Quiver
 */
record RetrySettings(int maxAttempts, IntervalFunction backoff, int quota) {

	static RetrySettings of(Layers<RetryProperties> layers) {
		Setting<Duration> maxDelay = layers.setting("max-delay", RetryProperties::maxDelay, Duration.ofSeconds(2),
				Check.AT_LEAST_A_MILLISECOND);
		Duration delay = Setting.notAbove(
				layers.setting("delay", RetryProperties::delay, Duration.ofMillis(100), Check.AT_LEAST_A_MILLISECOND),
				maxDelay);
		double multiplier = layers.value("multiplier", RetryProperties::multiplier, 2.0, Check.MULTIPLIER);
		double jitter = layers.value("jitter", RetryProperties::jitter, 0.5, Check.FRACTION);
		return new RetrySettings(layers.value("max-attempts", RetryProperties::maxAttempts, 3, Check.AT_LEAST_1),
				IntervalFunction.ofExponentialRandomBackoff(delay, multiplier, jitter, maxDelay.value()),
				layers.value("quota", RetryProperties::quota, 100, Check.QUOTA));
	}

	RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, this.backoff, this.quota);
	}

	/**
	 * Which failures may be repeated is decided by the door.
	 */
	RetryConfig config() {
		return RetryConfig.custom()
			.maxAttempts(this.maxAttempts)
			.intervalFunction(this.backoff)
			.retryOnException((failure) -> !(failure instanceof NotRepeatedException))
			.build();
	}

}
