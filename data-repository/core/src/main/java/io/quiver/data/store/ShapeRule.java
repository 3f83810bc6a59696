package io.quiver.data.store;

import org.jspecify.annotations.Nullable;

/**
 * Which collections a store can keep: key types and their number, column types,
 * dimensions, metrics, names.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface ShapeRule {

	/**
	 * Say what stands against a collection.
	 * @param collection the collection
	 * @return half a sentence that names the column and what the store cannot do, such as
	 * "keys rows by one integer, but 'id' is of type STRING"; {@code null} if nothing
	 * stands against it
	 */
	@Nullable String objection(CollectionSpec collection);

	static ShapeRule any() {
		return (collection) -> null;
	}

}
