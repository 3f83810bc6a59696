package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A search for the rows nearest to a vector.
 *
 * @param column the name of the column of vectors
 * @param vector the vector
 * @param distance what is nearest. An approximate search needs an index of the column
 * that is built for it
 * @param exact whether all rows are looked at instead of the index
 * @param withDistance whether the distances are returned
 * @param maxDistance the greatest distance wanted, of {@link Distance#INNER_PRODUCT} the
 * smallest, or {@code null} for no bound
 * @param tuning how much an approximate search looks at
 * @param selection which rows are looked at
 * @param output what is returned of each
 * @param limit how many rows are wanted at most; of an approximate search no more than
 * {@value #MAX_APPROXIMATE_LIMIT} with the offset
 * @param offset how many of the nearest are left out
 * @author Quiver
 * @since 0.1
 */
public record SearchRequest(String column, QueryVector vector, Distance distance, boolean exact, boolean withDistance,
		@Nullable Double maxDistance, SearchTuning tuning, Selection selection, Output output, int limit, int offset) {

	/** How many rows are wanted if nothing else is said. */
	public static final int DEFAULT_LIMIT = 10;

	/** How many rows an approximate search can find. */
	public static final int MAX_APPROXIMATE_LIMIT = 16_384;

	public SearchRequest {
		Assert.hasText(column, "'column' must not be empty");
		Assert.notNull(vector, "'vector' must not be null");
		Assert.notNull(distance, "'distance' must not be null");
		Assert.notNull(tuning, "'tuning' must not be null");
		Assert.notNull(selection, "'selection' must not be null");
		Assert.notNull(output, "'output' must not be null");
		Assert.isTrue(limit >= 1, () -> "'limit' must be at least 1, not " + limit);
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, as " + offset + " is");
		Assert.isTrue(maxDistance == null || Double.isFinite(maxDistance),
				() -> "'maxDistance' must be finite, not " + maxDistance);
		Assert.isTrue(!(vector instanceof SparseVector) || distance.metric().equals("inner_product"),
				() -> "Sparse vectors are compared by the inner product, not by " + distance);
		Assert.isTrue(!exact || tuning.equals(SearchTuning.none()),
				"An exact search looks at all rows and takes no 'tuning'");
	}

	/**
	 * Return an approximate search for the nearest {@value #DEFAULT_LIMIT} rows, with
	 * distances.
	 * @param column the name of the column of vectors
	 * @param vector the vector
	 * @param distance what is nearest
	 * @return the search
	 */
	public static SearchRequest of(String column, float[] vector, Distance distance) {
		return of(column, DenseVector.of(vector), distance);
	}

	/**
	 * Return an approximate search for the nearest {@value #DEFAULT_LIMIT} rows, with
	 * distances.
	 * @param column the name of the column of vectors
	 * @param vector the vector
	 * @param distance what is nearest
	 * @return the search
	 */
	public static SearchRequest of(String column, QueryVector vector, Distance distance) {
		return new SearchRequest(column, vector, distance, false, true, null, SearchTuning.none(), Selection.all(),
				Output.all(), DEFAULT_LIMIT, 0);
	}

	/**
	 * Return this search without the index: all rows are looked at.
	 * @return the exact search, without tuning
	 */
	public SearchRequest withExact() {
		return new SearchRequest(this.column, this.vector, this.distance, true, this.withDistance, this.maxDistance,
				SearchTuning.none(), this.selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this search without distances in its answer.
	 * @return the search
	 */
	public SearchRequest withoutDistance() {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, false, this.maxDistance,
				this.tuning, this.selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this search for no row farther than a bound.
	 * @param maxDistance the greatest distance wanted, of {@link Distance#INNER_PRODUCT}
	 * the smallest
	 * @return the search
	 */
	public SearchRequest withMaxDistance(double maxDistance) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance, maxDistance,
				this.tuning, this.selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this approximate search with how much it looks at.
	 * @param tuning the tuning
	 * @return the search
	 */
	public SearchRequest withTuning(SearchTuning tuning) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance,
				this.maxDistance, tuning, this.selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this approximate search with a number of candidates that a graph looks at.
	 * @param efSearch the number, at least 1
	 * @return the search
	 */
	public SearchRequest withEfSearch(int efSearch) {
		return withTuning(this.tuning.withEfSearch(efSearch));
	}

	/**
	 * Return this search among some rows.
	 * @param selection which rows are looked at
	 * @return the search
	 */
	public SearchRequest withSelection(Selection selection) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance,
				this.maxDistance, this.tuning, selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this search among the rows of a condition.
	 * @param filter what must be true of them
	 * @return the search
	 */
	public SearchRequest withFilter(Condition filter) {
		return withSelection(this.selection.withWhere(filter));
	}

	/**
	 * Return this search in some partitions only.
	 * @param partitions the names of partitions or subpartitions
	 * @return the search
	 */
	public SearchRequest withPartitions(String... partitions) {
		return withSelection(this.selection.withPartitions(partitions));
	}

	/**
	 * Return this search with another output.
	 * @param output what is returned of each row
	 * @return the search
	 */
	public SearchRequest withOutput(Output output) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance,
				this.maxDistance, this.tuning, this.selection, output, this.limit, this.offset);
	}

	/**
	 * Return this search with other fields returned.
	 * @param fields their names; none for all
	 * @return the search
	 */
	public SearchRequest withFields(String... fields) {
		return withOutput(this.output.withFields(fields));
	}

	/**
	 * Return this search with something more that is computed of each row.
	 * @param expression what is computed
	 * @return the search
	 */
	public SearchRequest withExpression(OutputExpression expression) {
		return withOutput(this.output.withExpression(expression));
	}

	/**
	 * Return this search for some rows at most.
	 * @param limit how many
	 * @return the search
	 */
	public SearchRequest withLimit(int limit) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance,
				this.maxDistance, this.tuning, this.selection, this.output, limit, this.offset);
	}

	/**
	 * Return this search without the nearest rows.
	 * @param offset how many are left out
	 * @return the search
	 */
	public SearchRequest withOffset(int offset) {
		return new SearchRequest(this.column, this.vector, this.distance, this.exact, this.withDistance,
				this.maxDistance, this.tuning, this.selection, this.output, this.limit, offset);
	}

}
