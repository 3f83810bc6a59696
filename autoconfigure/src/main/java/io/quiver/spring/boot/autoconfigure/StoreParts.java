package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.StoreCalls;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import io.quiver.spring.boot.autoconfigure.policy.StoreCallsFactory;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes what the client of one store is made of.
 *
 * @param store the store
 * @param beans the beans of the application
 * @author Quiver
 */
record StoreParts(StoreDefinition store, BeanFactory beans) {

	StoreCalls calls() {
		return this.beans.getBean(StoreCallsFactory.class).create(this.store.name(), system(), this.store.policy());
	}

	/**
	 * Make the parts of a client.
	 * @param calls the name of the bean that is the door, possibly the application's own
	 */
	ClientParts of(String calls) {
		StorePolicy policy = this.store.policy();
		PoolMonitors monitors = this.beans.getBeanProvider(PoolMonitors.class).getIfAvailable(PoolMonitors::none);
		return new ClientParts(this.beans.getBean(calls, StoreCalls.class), policy.timeouts().connect(),
				policy.connection().bundle(this.beans.getBeanProvider(SslBundles.class).getIfAvailable()),
				policy.connection().security(), policy.pool(), monitors.of(this.store.name(), system()));
	}

	private String system() {
		return this.store.plan().kind().name();
	}

}
