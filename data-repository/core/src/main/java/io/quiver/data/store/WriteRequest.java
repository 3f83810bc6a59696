package io.quiver.data.store;

import java.util.List;

import io.quiver.data.core.query.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be stored. A key that occurs twice is stored in the order given, so that the
 * last one wins.
 *
 * @param collection the collection
 * @param mode what to do with keys that are there
 * @param columns the columns that the rows hold: all of them, or for
 * {@link WriteMode#MERGE} the key columns first and then those that change
 * @param rows the rows
 * @param expectedVersions for {@link WriteMode#UPDATE} and {@link WriteMode#MERGE} of a
 * collection with a version: what each row's stored version must be; a row that is gone
 * or whose version is another is a failure of that row, and the two need not be told
 * apart. {@code null} if versions are not looked at. The new version is a value of the
 * row
 * @param options how to write
 * @author Quiver
 * @since 0.1
 */
public record WriteRequest(CollectionSpec collection, WriteMode mode, Projection columns, List<Row> rows,
		@Nullable List<Long> expectedVersions, WriteOptions options) {

	/**
	 * Return a request for full rows.
	 * @param collection the collection
	 * @param mode what to do with keys that are there
	 * @param rows rows of all columns
	 * @return the request
	 */
	public static WriteRequest of(CollectionSpec collection, WriteMode mode, List<Row> rows) {
		return new WriteRequest(collection, mode, Projection.all(collection), rows, null, WriteOptions.none());
	}

}
