package io.quiver.store.contract.fault;

/**
 * The two forms of a call.
 *
 * @author Quiver
 */
enum Manner {

	WAITING, ASYNC;

	@Override
	public String toString() {
		return (this == WAITING) ? "calls" : "asynchronous calls";
	}

}
