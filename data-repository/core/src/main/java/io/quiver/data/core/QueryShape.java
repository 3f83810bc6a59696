package io.quiver.data.core;

import java.util.List;
import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;

/**
 * What a query will ask for, known before its values are.
 *
 * @param type the entity
 * @param action what is done with the rows
 * @param filter the condition on property paths, its values placeholders; or {@code null}
 * @param sort the order by property paths
 * @param offset whether rows are left out from the start
 * @param nearProperty the vector property that is compared, or {@code null}
 * @param within whether similarities are bounded
 * @param textProperties the full-text properties that are ranked by
 * @param options the options that may be set
 * @author Quiver
 * @since 0.1
 */
public record QueryShape(Class<?> type, Action action, @Nullable Filter filter, Sort sort, boolean offset,
		@Nullable String nearProperty, boolean within, List<String> textProperties, Set<Option> options) {

	public QueryShape {
		textProperties = List.copyOf(textProperties);
		options = Set.copyOf(options);
	}

	/**
	 * What is done with the rows.
	 */
	public enum Action {

		/** Returned in the order of their fields. */
		FIND,
		/** Returned from a position on. */
		SCROLL,
		/** Returned by rank. */
		SEARCH,
		/** Counted, or looked whether there is any. */
		COUNT,
		/** Deleted. */
		DELETE

	}

}
