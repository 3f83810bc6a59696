package io.quiver.spring.boot.autoconfigure.endpoint;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * One column of a collection.
 *
 * @param name the name
 * @param role what it is for
 * @param type the type of its value, or of each in a list; {@code null} of vectors and
 * maps
 * @param dimension how many components a vector has, {@code null} of all else
 * @param metric how vectors are compared, {@code null} of all else
 * @param nullable whether it may be null
 * @param indexed whether values are filtered or sorted by, {@code null} if not
 * @param fullText whether the words of texts are searched, {@code null} if not
 * @author Quiver
 * @since 0.1
 */
public record ColumnDescriptor(String name, Role role, @Nullable ColumnType type, @Nullable Integer dimension,
		@Nullable Metric metric, boolean nullable, @Nullable Boolean indexed, @Nullable Boolean fullText) {

	static ColumnDescriptor of(Column column) {
		if (column instanceof KeyColumn key) {
			return plain(column, Role.KEY, key.type());
		}
		if (column instanceof ListColumn list) {
			return plain(column, Role.LIST, list.elementType());
		}
		if (column instanceof VectorColumn vector) {
			return new ColumnDescriptor(column.name(), Role.VECTOR, null, vector.dimension(), vector.metric(),
					column.nullable(), null, null);
		}
		if (column instanceof ValueColumn value) {
			return new ColumnDescriptor(column.name(), (value.version()) ? Role.VERSION : Role.VALUE, value.type(),
					null, null, column.nullable(), (value.indexed()) ? true : null, (value.fullText()) ? true : null);
		}
		return plain(column, Role.MAP, null);
	}

	private static ColumnDescriptor plain(Column column, Role role, @Nullable ColumnType type) {
		return new ColumnDescriptor(column.name(), role, type, null, null, column.nullable(), null, null);
	}

	/**
	 * What a column is for.
	 */
	public enum Role {

		/** A component of the key. */
		KEY,
		/** A single value. */
		VALUE,
		/** The version of an optimistic lock. */
		VERSION,
		/** A list of values. */
		LIST,
		/** Free metadata. */
		MAP,
		/** A vector. */
		VECTOR

	}

}
