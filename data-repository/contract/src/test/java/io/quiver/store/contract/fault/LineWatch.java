package io.quiver.store.contract.fault;

import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Closes a session at its deadline. The time-out of a socket limits a single read: not a
 * write, and not one of TLS, which may take many reads.
 *
 * @author Quiver
 */
final class LineWatch implements AutoCloseable {

	private static final ScheduledThreadPoolExecutor CLOCK = clock();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final @Nullable Future<?> closing;

	LineWatch(LineSession session, Deadline deadline) {
		this.closing = (!deadline.isSet()) ? null : CLOCK.schedule(() -> {
			if (this.ended.compareAndSet(false, true)) {
				session.expire();
			}
		}, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * End the watch.
	 * @throws SocketTimeoutException if the session has been closed, also where the
	 * answer came at the same moment
	 */
	@Override
	public void close() throws SocketTimeoutException {
		if (this.closing != null) {
			this.closing.cancel(false);
		}
		if (!this.ended.compareAndSet(false, true)) {
			throw new SocketTimeoutException("Closed at the deadline");
		}
	}

	private static ScheduledThreadPoolExecutor clock() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "line-clock");
			thread.setDaemon(true);
			return thread;
		});
		executor.setRemoveOnCancelPolicy(true);
		return executor;
	}

}
