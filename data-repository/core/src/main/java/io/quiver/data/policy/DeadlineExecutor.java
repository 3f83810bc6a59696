package io.quiver.data.policy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * Runs the calls of a driver that keeps no time-out of its own. The caller leaves at the
 * deadline; what it left behind is ended by throwing the session away. Threads are as few
 * as there are calls at once, and bounded.
 *
 * @author Quiver
 * @since 0.1
 */
public final class DeadlineExecutor implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(DeadlineExecutor.class);

	private static final long IDLE_SECONDS = 60;

	private static final long HAND_OVER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final ThreadPoolExecutor threads;

	/**
	 * Create an executor that has no thread yet.
	 * @param name what its threads are called
	 * @param maxThreads how many threads there may be, at least 1; a call beyond is not
	 * begun
	 */
	public DeadlineExecutor(String name, int maxThreads) {
		Assert.isTrue(maxThreads > 0, "'maxThreads' must be at least 1");
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name + "-");
		factory.setDaemon(true);
		this.threads = new ThreadPoolExecutor(0, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
				factory);
	}

	/**
	 * Run a call and wait for it until the deadline.
	 * @param <T> the type of the result
	 * @param deadline the deadline; without one the call runs in the caller's thread
	 * @param work the call
	 * @param abandon throws the session of a call away that did not end in time, so that
	 * its thread comes free; called once, in the caller's thread, which it must not keep
	 * @return the result
	 * @throws NotSentException if all threads are busy
	 * @throws QueryTimeoutException at the deadline
	 * @throws TransientDataAccessResourceException if the caller's thread is interrupted,
	 * which it then still is
	 * @throws NonTransientDataAccessResourceException if this executor is closed
	 * @throws Exception what the call throws
	 */
	public <T extends @Nullable Object> T call(Deadline deadline, Callable<T> work, Runnable abandon) throws Exception {
		if (!deadline.isSet()) {
			return work.call();
		}
		Future<T> running = submit(work, deadline);
		try {
			return running.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			abandon(running, abandon);
			throw new QueryTimeoutException("The call did not end in its time and was abandoned", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			abandon(running, abandon);
			throw new TransientDataAccessResourceException("The call was abandoned: its thread was interrupted", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (Exception) ex.getCause();
		}
	}

	/**
	 * A session that cannot even be thrown away is no reason to hide why it should be.
	 */
	private static void abandon(Future<?> running, Runnable abandon) {
		running.cancel(true);
		try {
			abandon.run();
		}
		catch (RuntimeException ex) {
			logger.debug("The session of an abandoned call could not be thrown away", ex);
		}
	}

	private <T extends @Nullable Object> Future<T> submit(Callable<T> work, Deadline deadline) {
		FutureTask<T> task = new FutureTask<>(work);
		try {
			this.threads.execute(task);
		}
		catch (RejectedExecutionException ex) {
			if (this.threads.isShutdown()) {
				throw new NonTransientDataAccessResourceException("The store is closed",
						new IllegalStateException("The threads of its calls have ended", ex));
			}
			if (!handOver(task, Math.min(HAND_OVER_NANOS, deadline.remainingNanos()))) {
				throw new NotSentException("All %d threads are busy with calls that have not ended"
					.formatted(this.threads.getMaximumPoolSize()), ex);
			}
		}
		return task;
	}

	/**
	 * A thread whose call has just ended is not yet ready for the next one.
	 */
	private boolean handOver(Runnable task, long nanos) {
		try {
			return this.threads.getQueue().offer(task, nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * End the threads; those of calls under way are interrupted.
	 */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
