package io.quiver.benchmarks.search;

/**
 * The part of the rows that a filter leaves. Which rows these are has nothing to do with
 * their vectors.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Slice {

	ALL(1), HALF(2), TENTH(10), HUNDREDTH(100);

	private final int values;

	Slice(int values) {
		this.values = values;
	}

	/**
	 * The value of the attribute that splits the rows in as many parts.
	 * @param row the number of the row
	 * @return the value
	 */
	public String valueOf(int row) {
		long mixed = (row + 1) * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
		return "part" + Long.remainderUnsigned(mixed ^ (mixed >>> 29), this.values);
	}

	public boolean contains(int row) {
		return valueOf(row).equals(wanted());
	}

	/**
	 * The value that the filter asks for.
	 * @return the value
	 */
	public String wanted() {
		return "part0";
	}

	/**
	 * The name of the attribute.
	 * @return the name
	 */
	public String attribute() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
