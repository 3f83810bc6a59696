package io.quiver.store.seekdb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A query for rows.
 *
 * @param selection which rows are wanted
 * @param output what is returned of each
 * @param order how they are sorted, the first field first; none for no order
 * @param limit how many are wanted at most, or {@code null} for all
 * @param offset how many of the first are left out
 * @author Quiver
 * @since 0.1
 */
public record QueryRequest(Selection selection, Output output, List<RowOrder> order, @Nullable Integer limit,
		long offset) {

	public QueryRequest {
		Assert.notNull(selection, "'selection' must not be null");
		Assert.notNull(output, "'output' must not be null");
		order = List.copyOf(order);
		Assert.isTrue(limit == null || limit >= 0, () -> "'limit' must not be negative, as " + limit + " is");
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, as " + offset + " is");
	}

	/**
	 * Return a query for rows with all their fields.
	 * @param selection which rows are wanted
	 * @return the query
	 */
	public static QueryRequest of(Selection selection) {
		return new QueryRequest(selection, Output.all(), List.of(), null, 0);
	}

	/**
	 * Return a query for the rows of a condition, with all their fields.
	 * @param where what must be true of them
	 * @return the query
	 */
	public static QueryRequest where(Condition where) {
		return of(Selection.where(where));
	}

	/**
	 * Return this query for other rows.
	 * @param selection which rows are wanted
	 * @return the query
	 */
	public QueryRequest withSelection(Selection selection) {
		return new QueryRequest(selection, this.output, this.order, this.limit, this.offset);
	}

	/**
	 * Return this query in some partitions only.
	 * @param partitions the names of partitions or subpartitions
	 * @return the query
	 */
	public QueryRequest withPartitions(String... partitions) {
		return withSelection(this.selection.withPartitions(partitions));
	}

	/**
	 * Return this query with another output.
	 * @param output what is returned of each row
	 * @return the query
	 */
	public QueryRequest withOutput(Output output) {
		return new QueryRequest(this.selection, output, this.order, this.limit, this.offset);
	}

	/**
	 * Return this query with other fields returned.
	 * @param fields their names; none for all
	 * @return the query
	 */
	public QueryRequest withFields(String... fields) {
		return withOutput(this.output.withFields(fields));
	}

	/**
	 * Return this query with something more that is computed of each row.
	 * @param expression what is computed
	 * @return the query
	 */
	public QueryRequest withExpression(OutputExpression expression) {
		return withOutput(this.output.withExpression(expression));
	}

	/**
	 * Return this query with its rows sorted.
	 * @param order the fields, the first first
	 * @return the query
	 */
	public QueryRequest withOrder(RowOrder... order) {
		return new QueryRequest(this.selection, this.output, List.of(order), this.limit, this.offset);
	}

	/**
	 * Return this query for some rows at most.
	 * @param limit how many
	 * @return the query
	 */
	public QueryRequest withLimit(int limit) {
		return new QueryRequest(this.selection, this.output, this.order, limit, this.offset);
	}

	/**
	 * Return this query without the first rows.
	 * @param offset how many are left out
	 * @return the query
	 */
	public QueryRequest withOffset(long offset) {
		return new QueryRequest(this.selection, this.output, this.order, this.limit, offset);
	}

}
