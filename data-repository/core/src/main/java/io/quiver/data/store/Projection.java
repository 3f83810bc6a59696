package io.quiver.data.store;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The columns wanted back, by their positions in the {@link CollectionSpec}. The rows of
 * an answer hold just these, in this order; what is not named is not fetched.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Projection {

	private final int[] columns;

	private Projection(int[] columns) {
		this.columns = columns;
	}

	public static Projection of(int... columns) {
		return new Projection(columns.clone());
	}

	/**
	 * Return the projection to all columns in their own order.
	 * @param spec the collection
	 * @return the projection
	 */
	public static Projection all(CollectionSpec spec) {
		return new Projection(IntStream.range(0, spec.columns().size()).toArray());
	}

	/**
	 * Return the projection to the key columns.
	 * @param spec the collection
	 * @return the projection
	 */
	public static Projection key(CollectionSpec spec) {
		return new Projection(IntStream.range(0, spec.keySize()).toArray());
	}

	public int size() {
		return this.columns.length;
	}

	/**
	 * Return the column that stands at a place of the answer's rows.
	 * @param position the place in the answer
	 * @return the column's position in the collection
	 */
	public int column(int position) {
		return this.columns[position];
	}

	/**
	 * Return where a column stands in the answer's rows.
	 * @param column the column's position in the collection
	 * @return the place, or -1 if the column is not wanted
	 */
	public int indexOf(int column) {
		for (int i = 0; i < this.columns.length; i++) {
			if (this.columns[i] == column) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Projection projection && Arrays.equals(this.columns, projection.columns);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.columns);
	}

	@Override
	public String toString() {
		return Arrays.toString(this.columns);
	}

}
