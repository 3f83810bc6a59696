package io.quiver.spring.boot.autoconfigure.kind;

import java.util.function.BiFunction;
import java.util.function.Function;

import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;

/**
 * How one store is made.
 *
 * @param <C> the type of the client
 * @param kind the kind, with its abilities
 * @param clientType the type of the client
 * @param client makes the client, which connects at its first call
 * @param store makes the store from its name and the client
 * @author Quiver
 * @since 0.1
 */
public record StorePlan<C extends AutoCloseable>(StoreKind kind, Class<C> clientType, Function<ClientParts, C> client,
		BiFunction<String, C, RowStore> store) {
}
