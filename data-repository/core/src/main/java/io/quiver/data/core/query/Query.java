package io.quiver.data.core.query;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.util.Assert;

/**
 * Rows wanted by their fields and in the order of their fields, not by nearness.
 * Immutable; each method returns a changed copy.
 *
 * @param filter the condition, or {@code null} for every row
 * @param sort the order, by property paths; rows that are equal in it follow their keys
 * @param offset how many rows to leave out first
 * @param limit how many rows at most, or {@code null} for all
 * @param options how to read
 * @author Quiver
 * @since 0.1
 */
public record Query(@Nullable Filter filter, Sort sort, long offset, @Nullable Integer limit, SearchOptions options) {

	private static final Query ALL = new Query(null, Sort.unsorted(), 0, null, SearchOptions.none());

	public Query {
		if (offset < 0) {
			throw new IllegalArgumentException("'offset' must not be negative, but is " + offset);
		}
		if (limit != null && limit < 0) {
			throw new IllegalArgumentException("'limit' must not be negative, but is " + limit);
		}
	}

	/**
	 * Return the query for every row.
	 * @return a query without a condition
	 */
	public static Query all() {
		return ALL;
	}

	/**
	 * Return the query for the rows that satisfy a condition.
	 * @param filter the condition
	 * @return the query
	 */
	public static Query where(Filter filter) {
		Assert.notNull(filter, "'filter' must not be null; use Query.all() for every row");
		return new Query(filter, Sort.unsorted(), 0, null, SearchOptions.none());
	}

	public Query withFilter(@Nullable Filter filter) {
		return new Query(filter, this.sort, this.offset, this.limit, this.options);
	}

	public Query withSort(Sort sort) {
		return new Query(this.filter, sort, this.offset, this.limit, this.options);
	}

	public Query withOffset(long offset) {
		return new Query(this.filter, this.sort, offset, this.limit, this.options);
	}

	public Query withLimit(@Nullable Integer limit) {
		return new Query(this.filter, this.sort, this.offset, limit, this.options);
	}

	public Query withOptions(SearchOptions options) {
		return new Query(this.filter, this.sort, this.offset, this.limit, options);
	}

}
