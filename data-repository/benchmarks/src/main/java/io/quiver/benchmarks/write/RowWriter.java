package io.quiver.benchmarks.write;

import io.quiver.benchmarks.search.Article;

import java.util.List;

/**
 * One side of a comparison, opened on an empty directory.
 *
 * @author Quiver
 * @since 0.1
 */
interface RowWriter extends AutoCloseable {

	/**
	 * Write rows that are not there yet. They are on the disk when this returns.
	 * @param rows the rows
	 */
	void write(List<Article> rows);

	@Override
	void close();

}
