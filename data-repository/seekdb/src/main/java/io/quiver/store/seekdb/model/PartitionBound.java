package io.quiver.store.seekdb.model;

/**
 * What stands in a partition for all values that no other one has.
 *
 * @author Quiver
 * @since 0.1
 */
public enum PartitionBound {

	/** Above every value, in a partition by range. */
	MAXVALUE,

	/** Every other value, in a partition by list. */
	DEFAULT

}
