package io.quiver.store.contract;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row by column name, so that a column added later is simply missing in
 * older rows.
 *
 * @param byColumn the values
 * @author Quiver
 */
record Values(Map<String, @Nullable Object> byColumn) {

	static Values of(CollectionSpec spec, Projection columns, Row row) {
		Map<String, @Nullable Object> values = new HashMap<>();
		for (int i = 0; i < columns.size(); i++) {
			values.put(spec.columns().get(columns.column(i)).name(), copy(row.get(i)));
		}
		return new Values(values);
	}

	@Nullable Object get(String column) {
		return this.byColumn.get(column);
	}

	boolean has(String column) {
		return this.byColumn.containsKey(column);
	}

	Key key(CollectionSpec spec) {
		Object[] parts = new Object[spec.keySize()];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = Objects.requireNonNull(get(spec.columns().get(i).name()), "Key columns are never null");
		}
		return Key.of(parts);
	}

	Row row(CollectionSpec spec, Projection wanted) {
		@Nullable Object[] row = new @Nullable Object[wanted.size()];
		for (int i = 0; i < row.length; i++) {
			row[i] = copy(get(spec.columns().get(wanted.column(i)).name()));
		}
		return Row.of(row);
	}

	/** The caller goes on with its own arrays, lists and maps. */
	private static @Nullable Object copy(@Nullable Object value) {
		if (value instanceof float[] vector) {
			return vector.clone();
		}
		if (value instanceof byte[] bytes) {
			return bytes.clone();
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> Objects.requireNonNull(copy(element))).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((key, element) -> copy.put(key, copy(element)));
			return Collections.unmodifiableMap(copy);
		}
		return value;
	}

}
