package io.quiver.spring.boot.autoconfigure.remote;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.StoreOperations;

/**
 * A store that has one collection, and does nothing with it.
 *
 * @author Quiver
 */
final class RemoteStore {

	static final StoreKind KIND = new StoreKind("remote", Abilities.of((abilities) -> {
	}));

	private RemoteStore() {
	}

	static RowStore create(String name, RemoteClient client) {
		return (RowStore) Proxy.newProxyInstance(RemoteStore.class.getClassLoader(), new Class<?>[] { RowStore.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "name", "toString" -> name;
					case "kind" -> KIND;
					case "collections" -> client.call(StoreOperations.COLLECTIONS, (attempt) -> List.of("articles"));
					case "probe" -> {
						client.ask();
						yield Map.of();
					}
					case "describe" -> {
						client.ask();
						yield new CollectionSpec("articles", List.of(new KeyColumn("id", ColumnType.STRING, false)));
					}
					case "stats" -> null;
					case "details" -> Map.of("address", client.url());
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					case "close" -> {
						client.close();
						yield null;
					}
					default -> throw new UnsupportedOperationException(method.getName());
				});
	}

}
