package io.quiver.store.seekdb.model;

/**
 * How the rows of a table are kept. It cannot be changed afterwards.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Organization {

	/**
	 * In the order of the primary key. A vector index is kept up with every write, so
	 * that a row is found at once.
	 */
	INDEX,

	/**
	 * In the order of arrival. A vector index follows its rows a moment later unless it
	 * is made with {@link SyncMode#IMMEDIATE}; hybrid search by the server works on these
	 * tables only.
	 */
	HEAP

}
