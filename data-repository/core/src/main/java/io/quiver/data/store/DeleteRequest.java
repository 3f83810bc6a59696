package io.quiver.data.store;

import java.util.List;

import io.quiver.data.core.query.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be deleted by their keys. A key that is not there is no failure.
 *
 * @param collection the collection
 * @param keys the keys
 * @param expectedVersions what each row's stored version must be; a row that is gone or
 * whose version is another is a failure of that row. {@code null} if versions are not
 * looked at
 * @param options how to write
 * @author Quiver
 * @since 0.1
 */
public record DeleteRequest(CollectionSpec collection, List<Key> keys, @Nullable List<Long> expectedVersions,
		WriteOptions options) {

	public static DeleteRequest of(CollectionSpec collection, List<Key> keys) {
		return new DeleteRequest(collection, keys, null, WriteOptions.none());
	}

}
