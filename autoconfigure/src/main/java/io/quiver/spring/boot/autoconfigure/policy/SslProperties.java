package io.quiver.spring.boot.autoconfigure.policy;

import org.jspecify.annotations.Nullable;

/**
 * How connections are encrypted. Only for stores that are remote.
 *
 * @param enabled Whether connections are encrypted, without a bundle trusting whom Java
 * trusts. By default, true if there is a bundle.
 * @param bundle Name of the SSL bundle, below spring.ssl.bundle. By default, none.
 * @author Quiver
 * @since 0.1
 */
public record SslProperties(@Nullable Boolean enabled, @Nullable String bundle) {
}
