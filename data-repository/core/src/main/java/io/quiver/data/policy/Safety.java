package io.quiver.data.policy;

/**
 * What a second try of an operation may do.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Safety {

	/** Changes nothing, so it may be repeated. */
	READ,

	/** Leaves the same behind however often it is done, so it may be repeated. */
	IDEMPOTENT_WRITE,

	/**
	 * May do its work twice, so it is repeated only where it is certain that nothing was
	 * sent.
	 */
	WRITE

}
