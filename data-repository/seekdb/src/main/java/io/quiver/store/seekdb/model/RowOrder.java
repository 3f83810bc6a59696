package io.quiver.store.seekdb.model;

import org.springframework.util.Assert;

/**
 * A field by which rows are sorted. Rows without a value come first in ascending order.
 *
 * @param field the name of the field
 * @param ascending whether the smallest value comes first
 * @author Quiver
 * @since 0.1
 */
public record RowOrder(String field, boolean ascending) {

	public RowOrder {
		Assert.hasText(field, "'field' must not be empty");
	}

	/**
	 * Return an order with the smallest value first.
	 * @param field the name of the field
	 * @return the order
	 */
	public static RowOrder ascending(String field) {
		return new RowOrder(field, true);
	}

	/**
	 * Return an order with the greatest value first.
	 * @param field the name of the field
	 * @return the order
	 */
	public static RowOrder descending(String field) {
		return new RowOrder(field, false);
	}

}
