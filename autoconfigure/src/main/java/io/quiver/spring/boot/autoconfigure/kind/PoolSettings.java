package io.quiver.spring.boot.autoconfigure.kind;

import java.time.Duration;

/**
 * How many sessions a client keeps and for how long. All values are judged.
 *
 * @param maxSize how many sessions there may be, at least 1
 * @param minIdle how many are kept while nothing happens, not more than may be
 * @param maxWait how long a call waits for a session, zero for not at all
 * @param idleTimeout after what time without use a session is closed, zero for never
 * @param maxLifetime after what time in all a session is closed, zero for never
 * @author Quiver
 * @since 0.1
 */
public record PoolSettings(int maxSize, int minIdle, Duration maxWait, Duration idleTimeout, Duration maxLifetime) {
}
