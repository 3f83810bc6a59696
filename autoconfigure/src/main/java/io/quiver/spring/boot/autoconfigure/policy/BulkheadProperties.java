package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How many calls of a store there may be at once.
 *
 * @param enabled Whether calls at once are limited. By default, true.
 * @param maxConcurrentCalls How many there may be. By default, 64.
 * @param maxWait How long a call beyond waits for its turn, though not beyond its
 * time-out; 0 for not at all. By default, 1s.
 * @author Quiver
 * @since 0.1
 */
public record BulkheadProperties(@Nullable Boolean enabled, @Nullable Integer maxConcurrentCalls,
		@Nullable Duration maxWait) {
}
