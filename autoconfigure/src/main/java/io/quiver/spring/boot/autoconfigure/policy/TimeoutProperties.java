package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long things may take. Zero stands for no limit.
 *
 * @param connect How long it may take until a connection is there, 0 for no limit; only
 * for stores that are remote. By default, that of the kind; proxima and seekdb: 2s.
 * @param read How long one try of a call that reads may take, 0 for no limit. By default,
 * that of the kind; embedded: 30s, proxima and seekdb: 10s.
 * @param write How long one try of a call that writes may take, 0 for no limit. By
 * default, that of the kind; embedded and seekdb: 30s, proxima: 10s.
 * @param total How long a call may take with all its tries and the waiting between them,
 * 0 for no limit. By default, that of the kind; embedded and seekdb: 30s, proxima: 10s.
 * @author Quiver
 * @since 0.1
 */
public record TimeoutProperties(@Nullable Duration connect, @Nullable Duration read, @Nullable Duration write,
		@Nullable Duration total) {
}
