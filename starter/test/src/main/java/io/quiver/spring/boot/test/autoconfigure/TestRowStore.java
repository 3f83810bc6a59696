package io.quiver.spring.boot.test.autoconfigure;

import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.ProxyFactory;

/**
 * A store in memory that gives itself out for another kind, so that queries are planned
 * with the abilities of that.
 *
 * @author Quiver
 */
final class TestRowStore {

	private TestRowStore() {
	}

	static RowStore create(String name, StoreKind kind) {
		EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory());
		ProxyFactory factory = new ProxyFactory(RowStore.class, (MethodInterceptor) (invocation) -> {
			if (invocation.getMethod().getName().equals("kind")) {
				return kind;
			}
			Object result = invocation.proceed();
			if (invocation.getMethod().getName().equals("close")) {
				client.close();
			}
			return result;
		});
		factory.setTarget(new EmbeddedStore(name, client));
		return (RowStore) factory.getProxy();
	}

}
