package io.quiver.data.store;

import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import org.jspecify.annotations.Nullable;

/**
 * The rows that match the words of a text best, alone or fused with nearness.
 *
 * @param collection the collection
 * @param projection the columns wanted back
 * @param columns the positions of the full-text columns to look into
 * @param text the words; no character of it is an operator
 * @param nearest the neighbours to fuse with, or {@code null}; its projection and filter
 * are this request's
 * @param alpha how much nearness counts: 0 for the text alone, 1 for nearness alone
 * @param filter the condition that every row must satisfy, or {@code null}
 * @param offset how many of the best rows to leave out
 * @param limit how many rows at most, at least 1
 * @param options how to search
 * @author Quiver
 * @since 0.1
 */
public record RankRequest(CollectionSpec collection, Projection projection, List<Integer> columns, String text,
		@Nullable NearestRequest nearest, double alpha, @Nullable Filter filter, int offset, int limit,
		SearchOptions options) {

	public RankRequest {
		columns = List.copyOf(columns);
	}

}
