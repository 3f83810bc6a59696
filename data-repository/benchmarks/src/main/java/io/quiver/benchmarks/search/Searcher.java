package io.quiver.benchmarks.search;

import java.util.Arrays;

import io.quiver.benchmarks.data.Neighbours;

/**
 * One side of a comparison, opened.
 *
 * @author Quiver
 * @since 0.1
 */
public interface Searcher extends AutoCloseable {

	/**
	 * Search the neighbours of a query.
	 * @param query the number of the query
	 * @return whatever this side gives its user
	 */
	Object search(int query);

	/**
	 * Return which rows were found; not measured.
	 * @param result what a search returned
	 * @return the numbers of the rows
	 */
	int[] rows(Object result);

	@Override
	void close();

	/**
	 * Return the share of the true neighbours that are found.
	 * @param truth the true neighbours
	 * @param queries how many queries to try
	 * @return the mean over the queries
	 */
	default double recall(Neighbours truth, int queries) {
		long found = 0;
		long wanted = 0;
		for (int query = 0; query < queries; query++) {
			int[] rows = rows(search(query));
			int[] expected = truth.rows()[query];
			wanted += expected.length;
			found += Arrays.stream(expected).filter((row) -> Arrays.stream(rows).anyMatch((it) -> it == row)).count();
		}
		return (double) found / wanted;
	}

}
