package io.quiver.data.policy;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

/**
 * What is known of a call while it is observed. A call of a system is a request that is
 * sent, though what carries the trace on, if anything, is the transport.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreObservationContext extends SenderContext<Object> {

	private final String store;

	private final String system;

	private final Operation operation;

	private int attempts;

	private long rowsReturned = Attempt.UNTOLD;

	private long rowsWritten = Attempt.UNTOLD;

	/**
	 * Create the context of a call.
	 * @param store the name that the application gave to the store
	 * @param system the name of the system
	 * @param operation the operation
	 */
	public StoreObservationContext(String store, String system, Operation operation) {
		super((carrier, key, value) -> {
		}, Kind.CLIENT);
		this.store = store;
		this.system = system;
		this.operation = operation;
		setRemoteServiceName(system);
	}

	public String getStore() {
		return this.store;
	}

	public String getSystem() {
		return this.system;
	}

	public Operation getOperation() {
		return this.operation;
	}

	/**
	 * Return how many tries there were.
	 * @return the number of tries, 0 before the first has ended
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * Return how many rows came back.
	 * @return the number of rows, or -1 if that was not told
	 */
	public long getRowsReturned() {
		return this.rowsReturned;
	}

	/**
	 * Return how many rows were stored or deleted.
	 * @return the number of rows, or -1 if that was not told
	 */
	public long getRowsWritten() {
		return this.rowsWritten;
	}

	void tried(Attempt attempt) {
		this.attempts = attempt.number();
		this.rowsReturned = attempt.returned();
		this.rowsWritten = attempt.written();
	}

}
