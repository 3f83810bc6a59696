package io.quiver.store.seekdb.model;

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * How two vectors are compared.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Distance {

	/** The Euclidean distance, not squared; the smallest is nearest. */
	L2("l2", "l2_distance"),

	/** One minus the cosine of the angle, 0 to 2; the smallest is nearest. */
	COSINE("cosine", "cosine_distance"),

	/** The inner product; the greatest is nearest. */
	INNER_PRODUCT("inner_product", "inner_product"),

	/** The inner product with its sign turned; the smallest is nearest. */
	NEGATIVE_INNER_PRODUCT("inner_product", "negative_inner_product");

	private final String metric;

	private final String function;

	Distance(String metric, String function) {
		this.metric = metric;
		this.function = function;
	}

	/**
	 * Return the name of this distance among the options of a vector index.
	 * @return {@code l2}, {@code cosine} or {@code inner_product}, the latter for both
	 * forms of the inner product
	 */
	public String metric() {
		return this.metric;
	}

	/**
	 * Return the SQL function that computes this distance.
	 * @return the name of the function
	 */
	public String function() {
		return this.function;
	}

	/**
	 * Tell whether the smallest value is the nearest.
	 * @return {@code false} for {@link #INNER_PRODUCT} alone
	 */
	public boolean ascending() {
		return this != INNER_PRODUCT;
	}

	/**
	 * Return the distance of a name that is usual for it: those of index options and SQL
	 * functions, {@code euclidean}, {@code ip} and {@code neg_ip}.
	 * @param name the name, in any case
	 * @return the distance
	 * @throws IllegalArgumentException if no distance has this name
	 */
	public static Distance of(String name) {
		Assert.notNull(name, "'name' must not be null");
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "l2", "l2_distance", "euclidean" -> L2;
			case "cosine", "cosine_distance" -> COSINE;
			case "inner_product", "ip" -> INNER_PRODUCT;
			case "negative_inner_product", "neg_ip" -> NEGATIVE_INNER_PRODUCT;
			default -> throw new IllegalArgumentException(
					"'name' must be 'l2', 'cosine', 'inner_product' or 'negative_inner_product', not '" + name + "'");
		};
	}

}
