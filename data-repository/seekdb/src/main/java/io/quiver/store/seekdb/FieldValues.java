package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return time.toInstant();
		}
		return (value instanceof Map || value instanceof Collection) ? JsonText.of(value) : value;
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
			case BINARY -> (value instanceof String text) ? text.getBytes(StandardCharsets.UTF_8) : plain(value);
			case JSON -> json(value);
			case ARRAY -> (value instanceof float[]) ? JsonText.of(value) : plain(value);
			default -> plain(value);
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
			return SparseVector.of(elements).toString();
		}
		if (value instanceof SparseVector || value instanceof String) {
			return value.toString();
		}
		throw refused(column, value, "a SparseVector or a map of numbers");
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
