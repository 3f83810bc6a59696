package io.quiver.store.seekdb.model;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A table as it is in the server.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param primaryKey the names of the columns of the primary key, in order; none if there
 * is no primary key
 * @param indexes the indexes, the primary key among them
 * @param organization how the rows are kept
 * @param statement the statement that would make the table, as the server tells it
 * @author Quiver
 * @since 0.1
 */
public record TableDescription(String name, List<ColumnInfo> columns, List<String> primaryKey, List<IndexInfo> indexes,
		Organization organization, String statement) {

	public TableDescription {
		columns = List.copyOf(columns);
		primaryKey = List.copyOf(primaryKey);
		indexes = List.copyOf(indexes);
	}

	/**
	 * Return a column.
	 * @param name the name, in any case
	 * @return the column, or {@code null} if there is none of this name
	 */
	public @Nullable ColumnInfo column(String name) {
		for (ColumnInfo column : this.columns) {
			if (column.name().equalsIgnoreCase(name)) {
				return column;
			}
		}
		return null;
	}

	/**
	 * Return an index.
	 * @param name the name, in any case
	 * @return the index, empty if there is none of this name
	 */
	public Optional<IndexInfo> index(String name) {
		return this.indexes.stream().filter((index) -> index.name().equalsIgnoreCase(name)).findFirst();
	}

	/**
	 * Return the vector index of a column.
	 * @param column the name of the column, in any case
	 * @return the index, empty if the column has none
	 */
	public Optional<IndexInfo> vectorIndex(String column) {
		return this.indexes.stream()
			.filter((index) -> index.kind() == IndexInfo.Kind.VECTOR && index.columns().get(0).equalsIgnoreCase(column))
			.findFirst();
	}

}
