package io.quiver.store.seekdb.model;

/**
 * When a vector index takes up what is written.
 *
 * @author Quiver
 * @since 0.1
 */
public enum SyncMode {

	/** With the write itself. */
	IMMEDIATE,

	/**
	 * A moment after the write, which is many times faster; only in a table of
	 * {@link Organization#HEAP}. Until then a row that was updated is not found at all.
	 */
	ASYNC

}
