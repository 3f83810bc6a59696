package io.quiver.store.seekdb;

import java.util.Comparator;
import java.util.List;

import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by their keys: any, as long as everybody has the same.
 *
 * @param keySize how many columns are of the key
 * @param columns the columns of the rows
 * @param rows the rows, which are compared by their places
 * @author Quiver
 */
record KeyOrder(int keySize, Projection columns, List<Row> rows) implements Comparator<Integer> {

	@Override
	public int compare(Integer row, Integer other) {
		for (int i = 0; i < this.keySize; i++) {
			int place = this.columns.indexOf(i);
			int order = comparePart(this.rows.get(row).get(place), this.rows.get(other).get(place));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	/** Values of a column are of one type. The two zeros are one key. */
	@SuppressWarnings("unchecked")
	private static int comparePart(@Nullable Object value, @Nullable Object other) {
		if (value instanceof Number number && other instanceof Number another && number.doubleValue() == 0
				&& another.doubleValue() == 0) {
			return 0;
		}
		return (value instanceof Comparable<?> comparable && other != null)
				? ((Comparable<Object>) comparable).compareTo(other) : 0;
	}

}
