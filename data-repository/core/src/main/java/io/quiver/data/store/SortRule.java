package io.quiver.data.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which orders a store can push down.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface SortRule {

	/**
	 * Say what stands against an order.
	 * @param sort the order; never empty
	 * @param collection the collection
	 * @return half a sentence that says what the store cannot do; {@code null} if nothing
	 * stands against it
	 */
	@Nullable String objection(List<SortKey> sort, CollectionSpec collection);

	static SortRule any() {
		return (sort, collection) -> null;
	}

	static SortRule none() {
		return (sort, collection) -> "does not sort";
	}

}
