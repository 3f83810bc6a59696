package io.quiver.store.contract;

import io.quiver.data.store.RowStore;

/**
 * The reference store passes its own suite.
 *
 * @author Quiver
 */
class ReferenceRowStoreTests extends RowStoreContract {

	@Override
	protected RowStore open(String name) {
		return new ReferenceStore(name);
	}

}
