package io.quiver.data.store;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Values by position: of all columns of a {@link CollectionSpec}, or of those that a
 * {@link Projection} names. Not copied on the way in or out, so that a row costs one
 * array; whoever makes a row leaves its array alone.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Row {

	private final @Nullable Object[] values;

	private Row(@Nullable Object[] values) {
		this.values = values;
	}

	/**
	 * Create a row.
	 * @param values the values, from now on the row's own
	 * @return the row
	 */
	public static Row of(@Nullable Object... values) {
		return new Row(values);
	}

	public @Nullable Object get(int position) {
		return this.values[position];
	}

	public int size() {
		return this.values.length;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Row row && Arrays.deepEquals(this.values, row.values);
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(this.values);
	}

	@Override
	public String toString() {
		return Arrays.deepToString(this.values);
	}

}
