package io.quiver.store.proxima.model;

/**
 * How an index column compares vectors. The smaller score is nearer with all of them.
 *
 * @author Quiver
 * @since 0.1
 */
public enum MetricType {

	/** The square of the Euclidean distance; what a column has that names none. */
	SQUARED_EUCLIDEAN("SquaredEuclidean"),

	/** The Euclidean distance. */
	EUCLIDEAN("Euclidean"),

	/** The inner product with its sign turned. */
	INNER_PRODUCT("InnerProduct"),

	/** The number of bits that differ, for the binary types. */
	HAMMING("Hamming");

	/** The extra parameter of an index column that holds the metric. */
	public static final String PARAM = "metric_type";

	private final String param;

	MetricType(String param) {
		this.param = param;
	}

	/**
	 * Return the name by which the server knows this metric.
	 * @return the value of {@link #PARAM}
	 */
	public String param() {
		return this.param;
	}

}
