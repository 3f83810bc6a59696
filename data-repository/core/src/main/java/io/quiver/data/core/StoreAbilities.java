package io.quiver.data.core;

import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;

/**
 * Refuses what a store does not declare.
 *
 * @author Quiver
 */
final class StoreAbilities {

	private StoreAbilities() {
	}

	static void require(RowStore store, Ability ability, String objection, String wayOut) {
		if (!store.kind().abilities().has(ability)) {
			throw new UnsupportedQueryException("Store '%s' (%s) %s".formatted(store.name(), store.kind(), objection),
					wayOut);
		}
	}

}
