package io.quiver.store.contract;

import io.quiver.data.store.RowStore;

/**
 * Entities in the reference store.
 *
 * @author Quiver
 */
class ReferenceVectorTemplateTests extends VectorTemplateContract {

	@Override
	protected RowStore open(String name) {
		return new ReferenceStore(name);
	}

}
