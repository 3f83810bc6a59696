package io.quiver.store.proxima.model;

import java.util.List;

/**
 * The columns of the rows of a write. Both lists may name a part of the collection's
 * columns, in any order.
 *
 * @param indexColumns the columns of each row's vectors
 * @param forwardColumns the columns of each row's values
 * @author Quiver
 * @since 0.1
 */
public record RowMeta(List<IndexColumnMeta> indexColumns, List<ForwardColumn> forwardColumns) {

	public RowMeta {
		indexColumns = List.copyOf(indexColumns);
		forwardColumns = List.copyOf(forwardColumns);
	}

	/**
	 * Return rows without values.
	 * @param indexColumns the columns of each row's vectors
	 * @return the meta
	 */
	public static RowMeta of(IndexColumnMeta... indexColumns) {
		return new RowMeta(List.of(indexColumns), List.of());
	}

	/**
	 * Return these rows with one value more.
	 * @param name the name of the column
	 * @param dataType the type of the value
	 * @return the meta
	 */
	public RowMeta withForwardColumn(String name, DataType dataType) {
		ForwardColumn[] columns = this.forwardColumns.toArray(new ForwardColumn[this.forwardColumns.size() + 1]);
		columns[columns.length - 1] = new ForwardColumn(name, dataType);
		return new RowMeta(this.indexColumns, List.of(columns));
	}

}
