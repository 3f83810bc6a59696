package io.quiver.store.seekdb;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import io.quiver.data.policy.Deadline;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Writes to a table that its asynchronous indexes may not have taken up. A refresh is for
 * all that was written before it began, so that who waits for another's often needs none
 * of his own.
 *
 * @author Quiver
 */
final class UnfoundWrites {

	private final AtomicLong written = new AtomicLong();

	private final ReentrantLock refreshing = new ReentrantLock();

	private volatile long found;

	void add() {
		this.written.incrementAndGet();
	}

	boolean isAny() {
		return this.found < this.written.get();
	}

	/**
	 * Refresh, unless somebody else does so for what was written until now.
	 */
	void refresh(Deadline deadline, Runnable refresh) {
		long wanted = this.written.get();
		lock(deadline);
		try {
			if (this.found < wanted) {
				long taken = this.written.get();
				refresh.run();
				this.found = taken;
			}
		}
		finally {
			this.refreshing.unlock();
		}
	}

	private void lock(Deadline deadline) {
		try {
			while (!this.refreshing.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
				deadline.check();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("Interrupted while another refresh was under way", ex);
		}
	}

}
