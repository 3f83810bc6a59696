package io.quiver.spring.boot.autoconfigure.proxima;

import io.quiver.store.proxima.model.CollectionConfig;

/**
 * Callback for the collections that stores in Proxima BE make for entities, such as to
 * set extra parameters of an index. Beans of it are called in their order.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface ProximaCollectionCustomizer {

	/**
	 * Customize a collection before it is made.
	 * @param store the name of the store
	 * @param collection the collection
	 * @return the collection to make, with the name that it had and its columns with the
	 * names, dimensions and metrics that they had
	 */
	CollectionConfig customize(String store, CollectionConfig collection);

}
