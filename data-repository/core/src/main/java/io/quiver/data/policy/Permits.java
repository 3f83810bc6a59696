package io.quiver.data.policy;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;

/**
 * The permits of a bulkhead and those who wait for one, first come, first served. The
 * bulkhead itself would let a thread wait beyond its deadline, and knows no waiting
 * without a thread.
 *
 * @author Quiver
 */
final class Permits {

	private final String store;

	private final Bulkhead bulkhead;

	private final long maxWait;

	private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

	Permits(String store, Bulkhead bulkhead, long maxWaitNanos) {
		this.store = store;
		this.bulkhead = bulkhead;
		this.maxWait = maxWaitNanos;
	}

	Bulkhead bulkhead() {
		return this.bulkhead;
	}

	/**
	 * Take a permit, waiting for it if need be.
	 * @return whether there was a wait
	 */
	boolean acquire(Deadline deadline) {
		if (this.waiting.isEmpty() && this.bulkhead.tryAcquirePermission()) {
			return false;
		}
		Deadline patience = patience(deadline);
		while (true) {
			CompletableFuture<Void> turn = new CompletableFuture<>();
			this.waiting.add(turn);
			if (this.bulkhead.tryAcquirePermission()) {
				leave(turn);
				return true;
			}
			if (!await(turn, patience)) {
				leave(turn);
				throw refused();
			}
		}
	}

	CompletableFuture<Boolean> acquireAsync(Deadline deadline) {
		if (this.waiting.isEmpty() && this.bulkhead.tryAcquirePermission()) {
			return CompletableFuture.completedFuture(false);
		}
		CompletableFuture<Boolean> acquired = new CompletableFuture<>();
		queue(acquired, patience(deadline));
		return acquired;
	}

	void release() {
		this.bulkhead.onComplete();
		callNext();
	}

	private void queue(CompletableFuture<Boolean> acquired, Deadline patience) {
		CompletableFuture<Void> turn = new CompletableFuture<>();
		this.waiting.add(turn);
		if (this.bulkhead.tryAcquirePermission()) {
			leave(turn);
			acquired.complete(true);
			return;
		}
		// not in the thread that releases, whose stack would grow with every call it lets
		// in
		turn.copy().orTimeout(patience.remainingNanos(), TimeUnit.NANOSECONDS).whenCompleteAsync((called, tooLate) -> {
			if (tooLate != null) {
				leave(turn);
				acquired.completeExceptionally(refused());
			}
			else if (this.bulkhead.tryAcquirePermission()) {
				acquired.complete(true);
			}
			else {
				queue(acquired, patience);
			}
		});
	}

	private Deadline patience(Deadline deadline) {
		return Deadline.after(System.nanoTime(), this.maxWait).sooner(deadline);
	}

	private static boolean await(CompletableFuture<Void> turn, Deadline patience) {
		try {
			turn.get(patience.remainingNanos(), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Who was called but does not come lets the next one in.
	 */
	private void leave(CompletableFuture<Void> turn) {
		if (!this.waiting.remove(turn)) {
			callNext();
		}
	}

	private void callNext() {
		CompletableFuture<Void> next = this.waiting.poll();
		if (next != null) {
			next.complete(null);
		}
	}

	private CallRefusedException refused() {
		if (Thread.currentThread().isInterrupted()) {
			return new CallRefusedException(
					"Store '%s' is not called: the thread is interrupted".formatted(this.store));
		}
		return new CallRefusedException(
				"Store '%s' is not called: %d calls are under way, which is as many as its bulkhead allows"
					.formatted(this.store, this.bulkhead.getBulkheadConfig().getMaxConcurrentCalls()));
	}

}
