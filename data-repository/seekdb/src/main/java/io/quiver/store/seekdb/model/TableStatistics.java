package io.quiver.store.seekdb.model;

/**
 * How much is in a table.
 *
 * @param rows the number of rows, counted
 * @param indexes the number of indexes, the primary key among them
 * @param partitions the number of partitions, or of subpartitions where there are any; 0
 * if the rows are not divided
 * @author Quiver
 * @since 0.1
 */
public record TableStatistics(long rows, int indexes, int partitions) {

}
