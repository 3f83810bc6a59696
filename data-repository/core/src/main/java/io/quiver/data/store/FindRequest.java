package io.quiver.data.store;

import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows in the order of their columns.
 *
 * @param collection the collection
 * @param projection the columns wanted back
 * @param filter the condition on columns, or {@code null} for every row
 * @param sort the order; the key, ascending, always follows as its last step, so that the
 * order is total
 * @param offset how many rows to leave out, counted behind {@code after}
 * @param limit how many rows at most, at least 1
 * @param after the place to go on from, exclusive: the values of the sort columns and
 * then of the key columns of the last row seen; {@code null} to begin at the start
 * @param options how to read
 * @author Quiver
 * @since 0.1
 */
public record FindRequest(CollectionSpec collection, Projection projection, @Nullable Filter filter, List<SortKey> sort,
		long offset, int limit, @Nullable Row after, SearchOptions options) {

	public FindRequest {
		sort = List.copyOf(sort);
	}

	public FindRequest after(Row last) {
		return new FindRequest(this.collection, this.projection, this.filter, this.sort, 0, this.limit, last,
				this.options);
	}

}
