package io.quiver.spring.boot.autoconfigure.kind;

import java.time.Duration;

import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * What a client is made of besides the properties of its kind.
 *
 * @param calls the door through which the client makes every call
 * @param connectTimeout how long it may take until a connection is there, zero for no
 * limit
 * @param sslBundle what TLS is done with, or {@code null} unless it is asked for
 * @param security judges the connection before it is made
 * @param pool how many sessions there may be, if the kind has sessions
 * @param poolMonitor watches the pool of sessions, if there is one
 * @author Quiver
 * @since 0.1
 */
public record ClientParts(StoreCalls calls, Duration connectTimeout, @Nullable SslBundle sslBundle,
		TransportSecurity security, PoolSettings pool, PoolMonitor poolMonitor) {
}
