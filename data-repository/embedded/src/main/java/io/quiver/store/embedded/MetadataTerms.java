package io.quiver.store.embedded;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Free metadata as terms: the key with its length, then what kind of value it is, then
 * the value. All numbers are of one kind, so that they compare by value.
 *
 * @author Quiver
 */
final class MetadataTerms {

	private static final int PRESENT = 0;

	private static final int SINGLE = 0x10;

	private static final int ELEMENT = 0x20;

	private MetadataTerms() {
	}

	/**
	 * Hand out the terms of all entries.
	 * @param entries the entries
	 * @param terms takes them
	 */
	static void of(Map<?, ?> entries, Consumer<byte[]> terms) {
		entries.forEach((key, value) -> {
			if (value instanceof List<?> list) {
				terms.accept(present((String) key));
				list.stream().filter((element) -> !(element instanceof List)).forEach((element) -> {
					terms.accept(element((String) key, element));
				});
			}
			else if (value != null) {
				terms.accept(present((String) key));
				terms.accept(single((String) key, value));
			}
		});
	}

	static byte[] present(String key) {
		return head(key, PRESENT).toBytes();
	}

	static byte[] single(String key, Object value) {
		return head(key, SINGLE | kind(value)).put(bytes(value)).toBytes();
	}

	static byte[] element(String key, Object value) {
		return head(key, ELEMENT | kind(value)).put(bytes(value)).toBytes();
	}

	/**
	 * Return how the terms of a key's single values begin.
	 * @param key the key
	 * @param like a value of the kind wanted
	 * @return the beginning
	 */
	static byte[] prefix(String key, Object like) {
		return head(key, SINGLE | kind(like)).toBytes();
	}

	private static ByteWriter head(String key, int kind) {
		byte[] bytes = Wtf8.encode(key);
		return new ByteWriter(bytes.length + 32).putSized(bytes).put(kind);
	}

	/**
	 * Return the bytes of a value, comparable with those of its kind.
	 * @param value the value
	 * @return the bytes
	 */
	static byte[] bytes(Object value) {
		BigDecimal number = number(value);
		if (number != null) {
			return SortableBytes.of(ColumnType.DECIMAL, number);
		}
		return SortableBytes.of(type(value), value);
	}

	static int kind(Object value) {
		return (number(value) != null) ? 1 : MetadataValues.tag(type(value));
	}

	/**
	 * Return whether metadata can have such a value.
	 * @param value the value
	 * @return whether it has a kind
	 */
	static boolean isKnown(Object value) {
		return number(value) != null || value instanceof String || value instanceof Boolean || value instanceof Instant;
	}

	private static ColumnType type(Object value) {
		return switch (value) {
			case String text -> ColumnType.STRING;
			case Boolean flag -> ColumnType.BOOLEAN;
			case Instant instant -> ColumnType.TIMESTAMP;
			default -> throw new IllegalArgumentException("Metadata has no values of " + value.getClass());
		};
	}

	private static @Nullable BigDecimal number(Object value) {
		return switch (value) {
			case Double number when Double.isFinite(number) -> new BigDecimal(number);
			case Float number when Float.isFinite(number) -> new BigDecimal(number);
			case Long number -> BigDecimal.valueOf(number);
			case Integer number -> BigDecimal.valueOf(number);
			case BigDecimal number -> number;
			default -> null;
		};
	}

}
