package io.quiver.store.seekdb.model;

import java.util.List;

import org.springframework.util.Assert;

/**
 * An ordinary index of values.
 *
 * @param name the name, of up to 64 characters
 * @param columns the names of the columns, in order, at least one
 * @param unique whether no two rows may have the same values
 * @author Quiver
 * @since 0.1
 */
public record ColumnIndex(String name, List<String> columns, boolean unique) implements TableIndex {

	public ColumnIndex {
		Assert.hasText(name, "'name' must not be empty");
		columns = List.copyOf(columns);
		Assert.notEmpty(columns, () -> "The index '" + name + "' must have at least one column");
	}

	/**
	 * Return an index.
	 * @param name the name
	 * @param columns the names of the columns, in order
	 * @return the index
	 */
	public static ColumnIndex of(String name, String... columns) {
		return new ColumnIndex(name, List.of(columns), false);
	}

	/**
	 * Return this index as one that refuses values that are there.
	 * @return the index
	 */
	public ColumnIndex withUnique() {
		return new ColumnIndex(this.name, this.columns, true);
	}

}
