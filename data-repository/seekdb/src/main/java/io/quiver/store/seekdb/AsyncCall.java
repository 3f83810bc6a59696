package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;

import io.quiver.data.policy.NotSentException;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call that waits for a thread or has one. To cancel it cuts the call
 * off, and so does the door at the deadline.
 *
 * @param <T> the type of the result
 * @author Quiver
 */
final class AsyncCall<T extends @Nullable Object> extends CompletableFuture<T> {

	private final ThreadPoolExecutor threads;

	private final Lease lease;

	private final FutureTask<?> task;

	AsyncCall(ThreadPoolExecutor threads, Lease lease, Supplier<T> call) {
		this.threads = threads;
		this.lease = lease;
		this.task = new FutureTask<>(() -> run(call), true) {

			@Override
			protected void done() {
				if (isCancelled()) {
					completeExceptionally(new NotSentException("The client was closed before the call had a thread"));
				}
			}

		};
	}

	void begin() {
		try {
			this.threads.execute(this.task);
		}
		catch (RejectedExecutionException ex) {
			completeExceptionally(
					new NotSentException("Too many calls wait for a thread, or the client is closed", ex));
		}
	}

	private void run(Supplier<T> call) {
		try {
			complete(call.get());
		}
		catch (RuntimeException | Error ex) {
			completeExceptionally(ex);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		if (cancelled) {
			this.lease.cut();
			this.task.cancel(true);
			this.threads.remove(this.task);
		}
		return cancelled;
	}

}
