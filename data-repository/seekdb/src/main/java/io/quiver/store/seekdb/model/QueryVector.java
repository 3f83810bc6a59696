package io.quiver.store.seekdb.model;

/**
 * A vector whose nearest are searched for.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface QueryVector permits DenseVector, SparseVector {

	/**
	 * Tell whether it has no direction.
	 * @return whether all elements are zero
	 */
	boolean zero();

}
