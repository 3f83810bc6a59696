package io.quiver.store.seekdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.Selection;

/**
 * A selection in pieces of so many ids as a statement takes well. No row is in two of
 * them.
 *
 * @author Quiver
 */
final class IdChunks {

	private static final int MAX_IDS = 1000;

	private IdChunks() {
	}

	static List<Selection> of(Selection selection) {
		List<List<Object>> given = selection.ids();
		if (given == null || given.size() <= MAX_IDS) {
			return List.of(selection);
		}
		List<List<Object>> ids = distinct(given);
		List<Selection> chunks = new ArrayList<>();
		for (int start = 0; start < ids.size(); start += MAX_IDS) {
			List<List<Object>> some = ids.subList(start, Math.min(ids.size(), start + MAX_IDS));
			chunks.add(new Selection(some, selection.where(), selection.partitions()));
		}
		return chunks;
	}

	private static List<List<Object>> distinct(List<List<Object>> ids) {
		Map<List<Object>, List<Object>> distinct = new LinkedHashMap<>();
		for (List<Object> id : ids) {
			distinct.putIfAbsent(id.stream().map(IdChunks::identity).toList(), id);
		}
		return List.copyOf(distinct.values());
	}

	private static Object identity(Object value) {
		if (value instanceof byte[] bytes) {
			return ByteBuffer.wrap(bytes);
		}
		return (value instanceof Integer || value instanceof Short || value instanceof Byte)
				? (Object) ((Number) value).longValue() : value;
	}

}
