package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.StoreCalls;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import io.quiver.spring.boot.autoconfigure.policy.StoreCallsFactory;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes what the client of one store is made of.
 *
 * @param store the store
 * @param beans the beans of the application
 * @author Quiver
 */
record StoreParts(StoreDefinition store, ConfigurableBeanFactory beans) {

	StoreCalls calls() {
		return this.beans.getBean(StoreCallsFactory.class).create(this.store.name(), system(), this.store.policy());
	}

	/**
	 * Make the parts of a client.
	 * @param calls the name of the bean that is the door, possibly the application's own
	 */
	ClientParts of(String calls) {
		StorePolicy policy = this.store.policy();
		StoreConnectionDetails details = connectionDetails();
		PoolMonitors monitors = this.beans.getBeanProvider(PoolMonitors.class).getIfAvailable(PoolMonitors::none);
		return new ClientParts(this.store.name(), this.beans.getBean(calls, StoreCalls.class),
				policy.timeouts().connect(), (details != null) ? details.getSslBundle() : sslBundle(),
				policy.connection().security(), policy.pool(), monitors.of(this.store.name(), system()), details,
				this.beans);
	}

	private @Nullable StoreConnectionDetails connectionDetails() {
		String bean = this.store.connectionDetails();
		return (bean != null) ? this.beans.getBean(bean, StoreConnectionDetails.class) : null;
	}

	private @Nullable SslBundle sslBundle() {
		return this.store.policy().connection().bundle(this.beans.getBeanProvider(SslBundles.class).getIfAvailable());
	}

	private String system() {
		return this.store.plan().kind().name();
	}

}
