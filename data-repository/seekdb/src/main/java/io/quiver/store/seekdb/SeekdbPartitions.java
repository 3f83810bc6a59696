package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.Partitioning;

import org.springframework.util.Assert;

/**
 * The partitions of a {@link SeekdbTable}. What changes them is refused in a transaction
 * of the application, which it would commit.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbPartitions {

	private static final String PARTITION = "PARTITION";

	private static final String SUBPARTITION = "SUBPARTITION";

	private final TableCalls calls;

	SeekdbPartitions(TableCalls calls) {
		this.calls = calls;
	}

	/**
	 * List the partitions, or the subpartitions where there are any.
	 * @return the partitions as they are now; none if the rows are not divided
	 */
	public List<PartitionInfo> list() {
		return this.calls.call(StoreOperations.DESCRIBE,
				(session) -> new TableReader(session, this.calls.table()).partitions());
	}

	/**
	 * Divide the rows of the table, or divide them otherwise. Every row is moved.
	 * @param partitioning how they are divided
	 */
	public void divide(Partitioning partitioning) {
		this.calls.define(TableOperations.PARTITION_BY,
				PartitionStatements.repartition(this.calls.table(), partitioning));
	}

	/**
	 * Add partitions to a range or a list.
	 * @param partitions the partitions; of a range above all that are there
	 */
	public void add(Partition... partitions) {
		Assert.notEmpty(partitions, "'partitions' must not be empty");
		this.calls.define(TableOperations.ADD_PARTITION,
				PartitionStatements.add(this.calls.table(), List.of(partitions)));
	}

	/**
	 * Drop partitions of a range or a list with their rows.
	 * @param names the names
	 */
	public void drop(String... names) {
		drop(PARTITION, names);
	}

	/**
	 * Drop subpartitions of a range or a list with their rows.
	 * @param names the names, as {@link PartitionInfo#address()} tells them
	 */
	public void dropSubpartitions(String... names) {
		drop(SUBPARTITION, names);
	}

	/**
	 * Delete all rows of partitions of a range or a list.
	 * @param names the names
	 */
	public void truncate(String... names) {
		truncate(PARTITION, names);
	}

	/**
	 * Delete all rows of subpartitions of a range or a list.
	 * @param names the names, as {@link PartitionInfo#address()} tells them
	 */
	public void truncateSubpartitions(String... names) {
		truncate(SUBPARTITION, names);
	}

	private void drop(String level, String... names) {
		Assert.notEmpty(names, "'names' must not be empty");
		this.calls.define(TableOperations.DROP_PARTITION,
				PartitionStatements.drop(this.calls.table(), level, List.of(names)));
	}

	private void truncate(String level, String... names) {
		Assert.notEmpty(names, "'names' must not be empty");
		this.calls.define(TableOperations.TRUNCATE_PARTITION,
				PartitionStatements.truncate(this.calls.table(), level, List.of(names)));
	}

}
