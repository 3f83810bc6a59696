package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.WriteRequest;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Refuses rows with a string in their key that the table of the collection has no room
 * for, of which the server would say less.
 *
 * @param request the rows
 * @param places where strings of the key stand in a row
 * @author Quiver
 */
record KeyLimit(WriteRequest request, List<Integer> places) {

	static KeyLimit of(WriteRequest request) {
		return new KeyLimit(request,
				IntStream.range(0, request.columns().size())
					.filter((place) -> isString(request, place))
					.boxed()
					.toList());
	}

	private static boolean isString(WriteRequest request, int place) {
		return request.collection().columns().get(request.columns().column(place)) instanceof KeyColumn key
				&& key.type() == ColumnType.STRING;
	}

	void check(int from, int to) {
		for (int place : this.places) {
			for (int row = from; row < to; row++) {
				if (this.request.rows().get(row).get(place) instanceof String text) {
					check(place, text);
				}
			}
		}
	}

	private void check(int place, String text) {
		CollectionSpec collection = this.request.collection();
		int limit = CollectionSchema.keyLength(collection);
		int length = (text.length() > limit / 3) ? text.getBytes(StandardCharsets.UTF_8).length : 0;
		if (length > limit) {
			throw new DataIntegrityViolationException(
					"A string of the key '%s' has at most %d bytes in collection '%s', but one of %d was given; shorten it"
						.formatted(collection.columns().get(this.request.columns().column(place)).name(), limit,
								collection.name(), length));
		}
	}

}
