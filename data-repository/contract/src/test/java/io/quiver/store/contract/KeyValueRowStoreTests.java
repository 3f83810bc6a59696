package io.quiver.store.contract;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;

/**
 * The suite of a store that knows keys, and neighbours without a filter.
 *
 * @author Quiver
 */
class KeyValueRowStoreTests extends RowStoreContract {

	@Override
	protected RowStore open(String name) {
		return new ReferenceStore(name, new StoreKind("keyvalue", Abilities
			.of((abilities) -> abilities.can(Ability.NEAREST, Ability.MERGE_NULL).nearest(FilterRule.none()))));
	}

}
