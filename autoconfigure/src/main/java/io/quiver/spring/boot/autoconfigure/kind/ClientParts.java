package io.quiver.spring.boot.autoconfigure.kind;

import java.time.Duration;

import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.ssl.SslBundle;

/**
 * What a client is made of besides the properties of its kind.
 *
 * @param store the name of the store
 * @param calls the door through which the client makes every call
 * @param connectTimeout how long it may take until a connection is there, zero for no
 * limit
 * @param sslBundle what TLS is done with, or {@code null} unless it is asked for
 * @param security judges the connection before it is made
 * @param pool how many sessions there may be, if the kind has sessions
 * @param poolMonitor watches the pool of sessions, if there is one
 * @param connectionDetails the bean that says where the store is, or {@code null} if the
 * properties say it
 * @param beans the beans of the application, such as the customizers of a transport
 * @author Quiver
 * @since 0.1
 */
public record ClientParts(String store, StoreCalls calls, Duration connectTimeout, @Nullable SslBundle sslBundle,
		TransportSecurity security, PoolSettings pool, PoolMonitor poolMonitor,
		@Nullable StoreConnectionDetails connectionDetails, ConfigurableBeanFactory beans) {

	/**
	 * Return what says where the store is.
	 * @param <D> the type of the kind's connection details
	 * @param type the type of the kind's connection details
	 * @param properties what the properties say
	 * @return the bean that serves the store, else what the properties say
	 */
	public <D extends StoreConnectionDetails> D connectionDetails(Class<D> type, D properties) {
		return (this.connectionDetails != null) ? type.cast(this.connectionDetails) : properties;
	}

	/**
	 * Return the name of the store: what the parts tell of themselves may be secret.
	 */
	@Override
	public String toString() {
		return "ClientParts[%s]".formatted(this.store);
	}

}
