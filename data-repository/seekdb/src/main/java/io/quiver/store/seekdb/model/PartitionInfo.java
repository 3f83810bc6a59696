package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

/**
 * A partition, or a subpartition, as it is in the server.
 *
 * @param name the name of the partition
 * @param subpartition the name of the subpartition, or {@code null} if there is none
 * @param method by what rows are divided into partitions, such as {@code RANGE COLUMNS}
 * @param expression the columns or the expression by which they are divided
 * @param description the bound or the values of the partition, or {@code null} if it has
 * none
 * @author Quiver
 * @since 0.1
 */
public record PartitionInfo(String name, @Nullable String subpartition, String method, @Nullable String expression,
		@Nullable String description) {

	/**
	 * Return the name by which a statement is limited to it.
	 * @return the name of the subpartition, or that of the partition if there is none
	 */
	public String address() {
		return (this.subpartition != null) ? this.subpartition : this.name;
	}

}
