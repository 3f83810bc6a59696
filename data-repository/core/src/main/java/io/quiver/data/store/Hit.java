package io.quiver.data.store;

/**
 * A row found by rank.
 *
 * @param row the wanted columns
 * @param score the raw score: for neighbours the mathematical value of the column's
 * {@link io.quiver.data.core.query.Metric}, whatever the store itself reports; for text
 * and fused rank a number of which only the order means something, larger being better
 * @author Quiver
 * @since 0.1
 */
public record Hit(Row row, double score) {
}
