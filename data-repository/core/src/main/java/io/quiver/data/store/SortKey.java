package io.quiver.data.store;

/**
 * One step of an order.
 *
 * @param column the column's position in the collection
 * @param descending whether larger values come first
 * @param nullsFirst whether rows without a value come before the others
 * @author Quiver
 * @since 0.1
 */
public record SortKey(int column, boolean descending, boolean nullsFirst) {
}
