package io.quiver.data.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;

/**
 * The shape of a collection. Columns have a fixed order, the key's components first;
 * rows, projections and sort orders speak of columns by their position in it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class CollectionSpec {

	private final String name;

	private final List<Column> columns;

	private final int keySize;

	private final int versionColumn;

	private final Map<String, Integer> positions;

	/**
	 * Create a shape.
	 * @param name the name of the collection
	 * @param columns the columns: at least one {@link KeyColumn}, then the others
	 * @throws IllegalArgumentException if a key column stands behind another column, if
	 * there is none, if a name is used twice or if there are two versions
	 */
	public CollectionSpec(String name, List<? extends Column> columns) {
		this.name = name;
		this.columns = List.copyOf(columns);
		this.positions = new HashMap<>();
		int keys = 0;
		int version = -1;
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (this.positions.put(column.name(), i) != null) {
				throw new IllegalArgumentException(
						"Collection '%s' has two columns named '%s'".formatted(name, column.name()));
			}
			if (column instanceof KeyColumn) {
				if (keys != i) {
					throw new IllegalArgumentException("Key column '%s' of collection '%s' must stand before the others"
						.formatted(column.name(), name));
				}
				keys++;
			}
			if (column instanceof ValueColumn value && value.version()) {
				if (version >= 0) {
					throw new IllegalArgumentException("Collection '%s' has two versions".formatted(name));
				}
				version = i;
			}
		}
		if (keys == 0) {
			throw new IllegalArgumentException("Collection '%s' has no key".formatted(name));
		}
		this.keySize = keys;
		this.versionColumn = version;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Return all columns in their order.
	 * @return the columns, the key's components first
	 */
	public List<Column> columns() {
		return this.columns;
	}

	/**
	 * Return the number of key components: columns 0 to {@code keySize() - 1}.
	 * @return the number of key columns
	 */
	public int keySize() {
		return this.keySize;
	}

	/**
	 * Return the position of the version.
	 * @return the position, or -1 if rows have no version
	 */
	public int versionColumn() {
		return this.versionColumn;
	}

	/**
	 * Return the position of a column.
	 * @param column the name
	 * @return the position, or -1 if there is no such column
	 */
	public int indexOf(String column) {
		return this.positions.getOrDefault(column, -1);
	}

	/**
	 * Return the key of a row that begins with the key columns.
	 * @param row a row of all columns
	 * @return the key
	 */
	public Key keyOf(Row row) {
		Object[] parts = new Object[this.keySize];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = Objects.requireNonNull(row.get(i), "Key columns are never null");
		}
		return Key.of(parts);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CollectionSpec spec && this.name.equals(spec.name) && this.columns.equals(spec.columns);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.name, this.columns);
	}

	@Override
	public String toString() {
		return this.name + this.columns;
	}

}
