package io.quiver.spring.boot.autoconfigure.kind;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * How a store is reached. Each remote kind has a type of its own; a bean of it wins over
 * the properties that say the same, and over {@code ssl}. It serves the store that it is
 * called after, as {@code catalogConnectionDetails}, else the only store of its kind,
 * else the primary one; where no store of its kind is configured, it makes one.
 *
 * @author Quiver
 * @since 0.1
 */
public interface StoreConnectionDetails extends ConnectionDetails {

	/**
	 * Return what TLS is done with.
	 * @return the bundle, or {@code null} for no TLS
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

	/**
	 * Return what must never be shown, such as a password or a key: a driver may repeat
	 * it in a message.
	 * @return the values, possibly none
	 */
	default Collection<String> getSecrets() {
		return List.of();
	}

}
