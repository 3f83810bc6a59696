package io.quiver.store.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Values of free metadata, each with a tag that tells its type.
 *
 * @author Quiver
 */
final class MetadataValues {

	private static final int NULL = 0;

	private static final int LIST = 1;

	private MetadataValues() {
	}

	/**
	 * Return the type of a single value.
	 * @param value the value
	 * @return the type, or {@code null} if metadata has no such values
	 */
	static @Nullable ColumnType type(Object value) {
		return switch (value) {
			case String text -> ColumnType.STRING;
			case Boolean flag -> ColumnType.BOOLEAN;
			case Long number -> ColumnType.LONG;
			case Double number -> ColumnType.DOUBLE;
			case Instant instant -> ColumnType.TIMESTAMP;
			default -> null;
		};
	}

	static int tag(ColumnType type) {
		return switch (type) {
			case STRING -> 2;
			case BOOLEAN -> 3;
			case LONG -> 4;
			case DOUBLE -> 5;
			case TIMESTAMP -> 6;
			default -> throw new IllegalArgumentException("Metadata has no values of type " + type);
		};
	}

	private static ColumnType type(int tag) {
		return switch (tag) {
			case 2 -> ColumnType.STRING;
			case 3 -> ColumnType.BOOLEAN;
			case 4 -> ColumnType.LONG;
			case 5 -> ColumnType.DOUBLE;
			case 6 -> ColumnType.TIMESTAMP;
			default -> throw new FormatException("metadata has a value with tag " + tag);
		};
	}

	static void write(ByteWriter out, @Nullable Object value) {
		if (value == null) {
			out.put(NULL);
		}
		else if (value instanceof List<?> list) {
			out.put(LIST).putSize(list.size());
			list.forEach((element) -> write(out, element));
		}
		else {
			ColumnType type = type(value);
			if (type == null) {
				throw new IllegalArgumentException("Metadata has no values of " + value.getClass());
			}
			EmbeddedRows.write(out.put(tag(type)), type, value);
		}
	}

	static @Nullable Object read(ByteReader in) {
		int tag = in.get();
		if (tag == NULL) {
			return null;
		}
		if (tag == LIST) {
			int size = in.getSize();
			List<@Nullable Object> elements = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				elements.add(read(in));
			}
			return elements;
		}
		return EmbeddedRows.read(in, type(tag));
	}

}
