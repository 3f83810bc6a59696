package io.quiver.data.store;

import io.quiver.data.core.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which filters a store can push down in one kind of call. A rule reads the shape of a
 * filter, never its values, so that a query method can be judged before it is called.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface FilterRule {

	/**
	 * Say what stands against a filter.
	 * @param filter the filter on columns, its values possibly placeholders; {@code null}
	 * for none
	 * @param collection the collection
	 * @return half a sentence that says what the store cannot do, such as "filters
	 * neighbours only by tags and time"; {@code null} if nothing stands against it
	 */
	@Nullable String objection(@Nullable Filter filter, CollectionSpec collection);

	/**
	 * Return the rule that allows every filter, and none.
	 * @return the rule
	 */
	static FilterRule all() {
		return (filter, collection) -> null;
	}

	/**
	 * Return the rule that allows only the absence of a filter.
	 * @return the rule
	 */
	static FilterRule none() {
		return (filter, collection) -> (filter != null) ? "has no filters" : null;
	}

	/**
	 * Return the rule of a call that the store does not have at all.
	 * @param objection what it does not do, as half a sentence
	 * @return the rule
	 */
	static FilterRule never(String objection) {
		return (filter, collection) -> objection;
	}

}
