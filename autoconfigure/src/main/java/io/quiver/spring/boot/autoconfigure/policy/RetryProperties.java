package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How calls are repeated that failed because of the system and may be repeated.
 *
 * @param maxAttempts How often a call is tried at most, the first time included; 1 for no
 * repetition. By default, 3.
 * @param delay Time before the second try. By default, 100ms.
 * @param multiplier What each further delay is multiplied with. By default, 2.
 * @param maxDelay Longest time before another try. By default, 2s.
 * @param jitter Part of a delay, 0 to 1, by which chance makes it longer or shorter. By
 * default, 0.5.
 * @param quota How many repetitions there may be in a row while nothing succeeds; each
 * success gives a tenth back. By default, 100.
 * @author Quiver
 * @since 0.1
 */
public record RetryProperties(@Nullable Integer maxAttempts, @Nullable Duration delay, @Nullable Double multiplier,
		@Nullable Duration maxDelay, @Nullable Double jitter, @Nullable Integer quota) {
}
