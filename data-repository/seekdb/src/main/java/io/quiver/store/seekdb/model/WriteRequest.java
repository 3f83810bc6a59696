package io.quiver.store.seekdb.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Rows to be written, as a whole or not at all.
 *
 * @param rows the rows: values by the names of their fields. They are not copied. A
 * vector is a {@code float[]}, a {@link DenseVector} or a list of numbers; one that is
 * sparse a {@link SparseVector} or a map; JSON is its text, a map or a list. Vectors are
 * at most 9e18 long, and at least 1e-17 where their index is of the cosine: of others the
 * server cannot compute distances
 * @param partition the name of the partition or subpartition that must take them, or
 * {@code null} for any
 * @param maxRows how many rows are sent in one statement at most, at least 1
 * @param maxBytes about how many bytes are sent in one statement at most, if it is not
 * one row that has more
 * @author Quiver
 * @since 0.1
 */
public record WriteRequest(List<? extends Map<String, ? extends @Nullable Object>> rows, @Nullable String partition,
		int maxRows, int maxBytes) {

	/** How many rows are sent in one statement if nothing else is said. */
	public static final int DEFAULT_MAX_ROWS = 1000;

	/** About how many bytes are sent in one statement if nothing else is said. */
	public static final int DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

	public WriteRequest {
		rows = Given.values(rows, "A row must not be null");
		Assert.isTrue(maxRows >= 1, () -> "'maxRows' must be at least 1, not " + maxRows);
		Assert.isTrue(maxBytes >= 1, () -> "'maxBytes' must be at least 1, not " + maxBytes);
	}

	/**
	 * Return rows to be written.
	 * @param rows the rows
	 * @return the request
	 */
	@SafeVarargs
	public static WriteRequest of(Map<String, ? extends @Nullable Object>... rows) {
		return of(Arrays.asList(rows));
	}

	/**
	 * Return rows to be written.
	 * @param rows the rows
	 * @return the request
	 */
	public static WriteRequest of(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		return new WriteRequest(rows, null, DEFAULT_MAX_ROWS, DEFAULT_MAX_BYTES);
	}

	/**
	 * Return these rows for one partition: one that does not belong there is an error.
	 * @param partition the name of the partition or subpartition
	 * @return the request
	 */
	public WriteRequest withPartition(String partition) {
		return new WriteRequest(this.rows, partition, this.maxRows, this.maxBytes);
	}

	/**
	 * Return these rows with other sizes of statements.
	 * @param maxRows how many rows are sent in one statement at most
	 * @param maxBytes about how many bytes are sent in one statement at most
	 * @return the request
	 */
	public WriteRequest withChunks(int maxRows, int maxBytes) {
		return new WriteRequest(this.rows, this.partition, maxRows, maxBytes);
	}

}
