package io.quiver.data.policy;

/**
 * One try of a call: how long it may take, and what it did. Used by the thread that makes
 * the try, or by one after the other.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Attempt {

	static final int UNTOLD = -1;

	private final int number;

	private final Deadline deadline;

	private long returned = UNTOLD;

	private long written = UNTOLD;

	Attempt(int number, Deadline deadline) {
		this.number = number;
		this.deadline = deadline;
	}

	/**
	 * Return the moment at which this try must have ended; it goes into the transport.
	 * @return the deadline, possibly none
	 */
	public Deadline deadline() {
		return this.deadline;
	}

	/**
	 * Return which try this is.
	 * @return 1 for the first
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Tell how many rows came back, for metrics.
	 * @param rows the number of rows
	 */
	public void returned(long rows) {
		this.returned = rows;
	}

	/**
	 * Tell how many rows were stored or deleted, for metrics.
	 * @param rows the number of rows
	 */
	public void written(long rows) {
		this.written = rows;
	}

	long returned() {
		return this.returned;
	}

	long written() {
		return this.written;
	}

}
