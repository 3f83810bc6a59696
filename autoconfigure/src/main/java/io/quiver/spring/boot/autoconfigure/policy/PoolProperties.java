package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How many sessions are kept. Only for kinds of stores that have sessions.
 *
 * @param maxSize How many sessions there may be. By default, 8.
 * @param minIdle How many are kept while nothing happens. By default, 0.
 * @param maxWait How long a call waits for a session, 0 for not at all. By default, 10s.
 * @param idleTimeout After what time without use a session is closed, 0 for never. By
 * default, 5m.
 * @param maxLifetime After what time in all a session is closed, 0 for never. By default,
 * 30m.
 * @author Quiver
 * @since 0.1
 */
public record PoolProperties(@Nullable Integer maxSize, @Nullable Integer minIdle, @Nullable Duration maxWait,
		@Nullable Duration idleTimeout, @Nullable Duration maxLifetime) {
}
