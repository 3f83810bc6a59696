package io.quiver.store.proxima.model;

/**
 * What is done with a row.
 *
 * @author Quiver
 * @since 0.1
 */
public enum OperationType {

	/** Stores a new row; fails if its key is there. */
	INSERT,

	/** Replaces a row as a whole; fails if its key is not there. */
	UPDATE,

	/** Deletes a row; fails if its key is not there. */
	DELETE

}
