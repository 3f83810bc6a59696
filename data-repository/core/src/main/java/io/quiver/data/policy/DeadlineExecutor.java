package io.quiver.data.policy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs the calls of a driver that keeps no time-out of its own. The caller leaves at the
 * deadline; what it left behind is ended by throwing the session away. Threads are as few
 * as there are calls at once, and bounded.
 *
 * @author Quiver
 * @since 0.1
 */
public final class DeadlineExecutor implements AutoCloseable {

	private static final long IDLE_SECONDS = 60;

	private final ThreadPoolExecutor threads;

	/**
	 * Create an executor that has no thread yet.
	 * @param name what its threads are called
	 * @param maxThreads how many threads there may be, at least 1; a call beyond is not
	 * begun
	 */
	public DeadlineExecutor(String name, int maxThreads) {
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
	 * its thread comes free
	 * @return the result
	 * @throws NotSentException if all threads are busy
	 * @throws QueryTimeoutException at the deadline
	 * @throws Exception what the call throws
	 */
	public <T extends @Nullable Object> T call(Deadline deadline, Callable<T> work, Runnable abandon) throws Exception {
		if (!deadline.isSet()) {
			return work.call();
		}
		Future<T> running = submit(work);
		try {
			return running.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			running.cancel(true);
			abandon.run();
			throw new QueryTimeoutException("The call did not end in its time and was abandoned", ex);
		}
		catch (InterruptedException ex) {
			running.cancel(true);
			abandon.run();
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("The call was abandoned: its thread was interrupted", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (Exception) ex.getCause();
		}
	}

	private <T extends @Nullable Object> Future<T> submit(Callable<T> work) {
		try {
			return this.threads.submit(work);
		}
		catch (RejectedExecutionException ex) {
			throw new NotSentException("All %d threads are busy with calls that have not ended"
				.formatted(this.threads.getMaximumPoolSize()), ex);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
