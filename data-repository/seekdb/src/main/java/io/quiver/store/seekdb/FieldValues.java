package io.quiver.store.seekdb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.SparseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Turns values of the application into those that a statement binds, by the type of their
 * column where it is known.
 *
 * @author Quiver
 */
final class FieldValues {

	private FieldValues() {
	}

	static List<@Nullable Object> plain(Collection<? extends @Nullable Object> values) {
		List<@Nullable Object> plain = new ArrayList<>(values.size());
		for (Object value : values) {
			plain.add(plain(value));
		}
		return plain;
	}

	/**
	 * Turn a value whatever its column is.
	 */
	static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof DenseVector vector) {
			return vector.elements();
		}
		if (value instanceof SparseVector || value instanceof Character || value instanceof CharSequence) {
			return value.toString();
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof LocalDateTime || value instanceof Instant || value instanceof OffsetDateTime
				|| value instanceof ZonedDateTime) {
			return time(value);
		}
		return (value instanceof Map || value instanceof Collection) ? JsonText.of(value) : value;
	}

	private static Object time(Object value) {
		Instant time = (value instanceof LocalDateTime local) ? local.toInstant(ZoneOffset.UTC)
				: Instant.from((TemporalAccessor) value);
		return TimeText.isKnown(time) ? TimeText.micros(time) : value;
	}

	/**
	 * Turn a value of a column.
	 * @param column the column, or {@code null} if it is not known
	 */
	static @Nullable Object of(@Nullable ColumnInfo column, @Nullable Object value) {
		FieldType.Kind kind = (column != null) ? column.kind() : FieldType.Kind.OTHER;
		if (column == null || value == null) {
			return plain(value);
		}
		return switch (kind) {
			case VECTOR -> vector(column, value);
			case SPARSE_VECTOR -> sparse(column, value);
			case BINARY -> (plain(value) instanceof String text) ? Parameters.utf8(text) : plain(value);
			case JSON -> json(value);
			case ARRAY -> (value instanceof float[]) ? JsonText.of(value) : plain(value);
			default -> plain(value);
		};
	}

	/**
	 * Turn a value that a column is compared with. Of another type, the server would
	 * compare it in its own way: 0 is the same as every text without digits.
	 * @param table the name of the table
	 * @param column the column, or {@code null} if it is not known
	 */
	static @Nullable Object compared(String table, @Nullable ColumnInfo column, Object value) {
		if (column != null && !isComparable(column.kind(), value)) {
			throw new InvalidDataAccessApiUsageException("Column '" + column.name() + "' of '" + table + "' is of type "
					+ column.type() + " and is not compared with a value of " + value.getClass().getName());
		}
		return (column != null && column.kind() == FieldType.Kind.BINARY) ? of(column, value) : plain(value);
	}

	private static boolean isComparable(FieldType.Kind kind, Object value) {
		boolean number = value instanceof Number || value instanceof Boolean;
		boolean text = value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>
				|| value instanceof UUID;
		return switch (kind) {
			case BOOLEAN, INTEGER, NUMBER -> number;
			case TEXT -> text;
			case BINARY -> text || value instanceof byte[];
			default -> true;
		};
	}

	/**
	 * Return about how many bytes a value is on its way.
	 */
	static int size(@Nullable Object value) {
		if (value instanceof String text) {
			return text.length() + 2;
		}
		if (value instanceof byte[] bytes) {
			return bytes.length + 10;
		}
		return (value instanceof float[] vector) ? vector.length * Float.BYTES + 10 : 20;
	}

	private static Object vector(ColumnInfo column, Object value) {
		float[] vector = elements(column, value);
		if (vector.length != column.dimension()) {
			throw new InvalidDataAccessApiUsageException("A vector of '" + column.name() + "' must have "
					+ column.dimension() + " elements, not " + vector.length);
		}
		return vector;
	}

	private static float[] elements(ColumnInfo column, Object value) {
		if (value instanceof float[] vector) {
			return vector;
		}
		if (value instanceof double[] vector) {
			float[] elements = new float[vector.length];
			for (int i = 0; i < vector.length; i++) {
				elements[i] = (float) vector[i];
			}
			return elements;
		}
		if (value instanceof DenseVector vector) {
			return vector.elements();
		}
		if (value instanceof String text) {
			return DenseVector.parse(text).elements();
		}
		if (value instanceof List<?> list) {
			float[] elements = new float[list.size()];
			for (int i = 0; i < elements.length; i++) {
				elements[i] = number(column, list.get(i)).floatValue();
			}
			return elements;
		}
		throw refused(column, value, "a float[], a DenseVector or a list of numbers");
	}

	private static String sparse(ColumnInfo column, Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<Integer, Float> elements = new TreeMap<>();
			map.forEach((place, element) -> elements.put(number(column, place).intValue(),
					number(column, element).floatValue()));
			return sparse(column, SparseVector.of(elements));
		}
		if (value instanceof SparseVector vector) {
			return sparse(column, vector);
		}
		if (value instanceof String text) {
			return sparse(column, SparseVector.parse(text));
		}
		throw refused(column, value, "a SparseVector or a map of numbers");
	}

	private static String sparse(ColumnInfo column, SparseVector vector) {
		String problem = VectorLength.problem(vector);
		if (problem != null) {
			throw new InvalidDataAccessApiUsageException("Column '" + column.name() + "' " + problem);
		}
		return vector.toString();
	}

	private static Number number(ColumnInfo column, @Nullable Object value) {
		if (value instanceof Number number) {
			return number;
		}
		throw new InvalidDataAccessApiUsageException(
				"A vector of '" + column.name() + "' must hold numbers alone, not " + value);
	}

	/** A string is the text of JSON, as the server takes it. */
	private static @Nullable Object json(Object value) {
		boolean written = value instanceof Map || value instanceof Iterable || value instanceof Number
				|| value instanceof Boolean;
		return (written) ? JsonText.of(value) : plain(value);
	}

	private static InvalidDataAccessApiUsageException refused(ColumnInfo column, Object value, String wanted) {
		return new InvalidDataAccessApiUsageException(
				"A value of '" + column.name() + "' must be " + wanted + ", not of " + value.getClass());
	}

}
