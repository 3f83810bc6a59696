package io.quiver.store.proxima.model;

/**
 * The kind of an index.
 *
 * @author Quiver
 * @since 0.1
 */
public enum IndexType {

	/** None, or one that this client does not know. */
	UNDEFINED,

	/** Proxima's graph, the only kind there is. */
	PROXIMA_GRAPH_INDEX

}
