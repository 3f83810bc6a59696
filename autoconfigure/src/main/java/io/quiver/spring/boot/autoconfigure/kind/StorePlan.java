package io.quiver.spring.boot.autoconfigure.kind;

import java.util.function.Function;

import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;

import org.springframework.beans.factory.BeanFactory;

/**
 * How one store is made.
 *
 * @param <C> the type of the client
 * @param kind the kind, with its abilities
 * @param clientType the type of the client
 * @param client makes the client, which connects at its first call
 * @param store makes the store
 * @author Quiver
 * @since 0.1
 */
public record StorePlan<C extends AutoCloseable>(StoreKind kind, Class<C> clientType, Function<ClientParts, C> client,
		StoreFactory<C> store) {

	/**
	 * Makes a store from its client.
	 *
	 * @param <C> the type of the client
	 */
	@FunctionalInterface
	public interface StoreFactory<C> {

		/**
		 * Make the store.
		 * @param name the name of the store
		 * @param client the client, possibly the application's own
		 * @param beans the beans of the application
		 * @return the store
		 */
		RowStore create(String name, C client, BeanFactory beans);

	}

}
