package io.quiver.store.contract;

import io.quiver.data.store.RowStore;

/**
 * Repositories on the reference store.
 *
 * @author Quiver
 */
class ReferenceVectorRepositoryTests extends VectorRepositoryContract {

	@Override
	protected RowStore open(String name) {
		return new ReferenceStore(name);
	}

}
