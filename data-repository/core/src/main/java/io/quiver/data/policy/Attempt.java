package io.quiver.data.policy;

import org.jspecify.annotations.Nullable;

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

	private @Nullable Throwable elsewhere;

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

	/**
	 * Tell that the failure of this try is none of the system's: what an application did
	 * within it has failed. It speaks against nobody, and is not repeated even if it is
	 * of a kind that otherwise would be.
	 * @param failure what the try is about to end with
	 */
	public void failedElsewhere(Throwable failure) {
		this.elsewhere = failure;
	}

	boolean hasFailedElsewhere(Throwable failure) {
		return this.elsewhere == failure;
	}

	long returned() {
		return this.returned;
	}

	long written() {
		return this.written;
	}

}
