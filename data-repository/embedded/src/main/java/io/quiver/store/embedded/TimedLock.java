package io.quiver.store.embedded;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import io.quiver.data.policy.Deadline;

/**
 * Waits for a lock until a deadline. An interrupt does not end the waiting and is given
 * back afterwards, as with a lock that is waited for without end.
 *
 * @author Quiver
 */
final class TimedLock {

	private TimedLock() {
	}

	/**
	 * Take a lock.
	 * @throws org.springframework.dao.QueryTimeoutException if it is not held
	 */
	static void lock(Lock lock, Deadline deadline) {
		if (!deadline.isSet()) {
			lock.lock();
			return;
		}
		boolean interrupted = false;
		try {
			while (true) {
				try {
					if (lock.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
						return;
					}
					deadline.check();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
