package io.quiver.data.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quiver.data.core.convert.IdConverter;
import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses rows that no store could keep, before anything is sent. Messages name the
 * property and never show a vector.
 *
 * @author Quiver
 */
final class RowChecks {

	private static final int VALUE_SIZE = 16;

	private final String store;

	private final String entity;

	private final List<ColumnMapping> columns;

	private final IdConverter ids;

	private final long maxRowSize;

	RowChecks(String store, VectorPersistentEntity<?> entity, IdConverter ids, long maxRowSize) {
		this.store = store;
		this.entity = entity.getType().getSimpleName();
		this.columns = entity.getColumns();
		this.ids = ids;
		this.maxRowSize = maxRowSize;
	}

	/**
	 * Check a row of all columns.
	 * @param values the values
	 * @param index its place among those given, or {@link PendingWrite#ALONE}
	 * @return about how many bytes it takes
	 */
	long check(@Nullable Object[] values, int index) {
		Supplier<String> row = () -> describe(values, index);
		long size = 0;
		for (int i = 0; i < values.length; i++) {
			checkValue(i, values[i], row);
			size += sizeOf(values[i]);
		}
		if (size > this.maxRowSize) {
			throw refused(
					"A row of %s takes about %,d bytes, but store '%s' takes %,d at most; store less, or raise 'quiver.stores.%s.max-row-size'"
						.formatted(row.get(), size, this.store, this.maxRowSize, this.store));
		}
		return size;
	}

	/**
	 * Check one value.
	 * @param position the position of its column
	 * @param value the value
	 */
	void checkValue(int position, @Nullable Object value) {
		checkValue(position, value, () -> this.entity);
	}

	private void checkValue(int position, @Nullable Object value, Supplier<String> row) {
		Column column = this.columns.get(position).column();
		if (value == null) {
			checkNull(position, column, row);
		}
		else if (column instanceof VectorColumn vector) {
			checkVector(() -> "Property '%s' of %s".formatted(this.columns.get(position).path(), row.get()), vector,
					(float[]) value, "leave it null");
		}
		else if (value instanceof Double || value instanceof Float) {
			double number = ((Number) value).doubleValue();
			if (!Double.isFinite(number)) {
				throw refused("Property '%s' of %s is %s; store finite numbers, or null for none"
					.formatted(this.columns.get(position).path(), row.get(), number));
			}
		}
	}

	private void checkNull(int position, Column column, Supplier<String> row) {
		if (column instanceof KeyColumn key) {
			if (!key.generated()) {
				throw this.ids.missing(position, row.get());
			}
		}
		else if (!column.nullable()) {
			throw refused("Property '%s' of %s must not be null; set it".formatted(this.columns.get(position).path(),
					row.get()));
		}
	}

	/**
	 * Check a vector, stored or searched.
	 * @param what names it in messages
	 * @param column the column that it is for
	 * @param vector the vector
	 * @param cure what to do about a vector without a direction
	 */
	static void checkVector(Supplier<String> what, VectorColumn column, float[] vector, String cure) {
		if (vector.length != column.dimension()) {
			throw refused(
					"%s has dimension %d, but a vector of dimension %d was given; use the model that the collection was made for"
						.formatted(what.get(), column.dimension(), vector.length));
		}
		if (!VectorColumn.isFinite(vector)) {
			throw infinite(what.get(), vector);
		}
		if (column.metric() == Metric.COSINE && isZero(vector)) {
			throw refused("%s: the vector is zero and has no direction, which COSINE compares; %s".formatted(what.get(),
					cure));
		}
	}

	private static InvalidDataAccessApiUsageException infinite(String what, float[] vector) {
		int place = 0;
		while (Float.isFinite(vector[place])) {
			place++;
		}
		return refused("%s: component %d of the vector is %s; every component must be finite".formatted(what, place,
				vector[place]));
	}

	private static boolean isZero(float[] vector) {
		for (float component : vector) {
			if (component != 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Say which row it is: by its key where it has one, and by its place among many.
	 */
	private String describe(@Nullable Object[] values, int index) {
		List<String> marks = new ArrayList<>();
		String key = IntStream.range(0, values.length)
			.filter((position) -> this.columns.get(position).column() instanceof KeyColumn)
			.mapToObj((position) -> values[position])
			.filter(Objects::nonNull)
			.map(Object::toString)
			.collect(Collectors.joining(", "));
		if (!key.isEmpty()) {
			marks.add("id %.80s".formatted(key));
		}
		if (index != PendingWrite.ALONE) {
			marks.add("index " + index);
		}
		return (marks.isEmpty()) ? this.entity : "%s (%s)".formatted(this.entity, String.join(", ", marks));
	}

	private static long sizeOf(@Nullable Object value) {
		if (value == null) {
			return 1;
		}
		if (value instanceof String text) {
			return (text.length() < 64) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
		}
		if (value instanceof float[] vector) {
			return (long) Float.BYTES * vector.length;
		}
		if (value instanceof byte[] bytes) {
			return bytes.length;
		}
		if (value instanceof Collection<?> elements) {
			return elements.stream().mapToLong(RowChecks::sizeOf).sum();
		}
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.mapToLong((entry) -> sizeOf(entry.getKey()) + sizeOf(entry.getValue()))
				.sum();
		}
		return VALUE_SIZE;
	}

	private static InvalidDataAccessApiUsageException refused(String message) {
		return new InvalidDataAccessApiUsageException(message);
	}

}
