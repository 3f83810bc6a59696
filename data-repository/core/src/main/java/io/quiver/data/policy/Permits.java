package io.quiver.data.policy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

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

	private final Duration maxWait;

	private final Executor threads;

	private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

	Permits(String store, Bulkhead bulkhead, Duration maxWait, Executor threads) {
		this.store = store;
		this.bulkhead = bulkhead;
		this.threads = threads;
		this.maxWait = takeOver(bulkhead, maxWait);
	}

	/**
	 * A bulkhead that the application has configured to wait would do so beyond a
	 * deadline and with a thread: the wait is done here instead.
	 */
	private static Duration takeOver(Bulkhead bulkhead, Duration otherwise) {
		Duration own = bulkhead.getBulkheadConfig().getMaxWaitDuration();
		if (own.isZero()) {
			return otherwise;
		}
		bulkhead.changeConfig(BulkheadConfig.from(bulkhead.getBulkheadConfig()).maxWaitDuration(Duration.ZERO).build());
		return own;
	}

	Bulkhead bulkhead() {
		return this.bulkhead;
	}

	/**
	 * Take a permit, waiting for it if need be.
	 * @return whether there was a wait
	 */
	boolean acquire(Deadline deadline) {
		if (this.waiting.isEmpty() && tryAcquire()) {
			return false;
		}
		CompletableFuture<Void> turn = queue();
		if (!await(turn, patience(deadline)) && turn.cancel(false)) {
			this.waiting.remove(turn);
			throw refused();
		}
		if (Thread.currentThread().isInterrupted() || deadline.isOver()) {
			release();
			throw refused();
		}
		return true;
	}

	/**
	 * Take a permit without a thread that waits.
	 * @return whether there was a wait
	 */
	CompletableFuture<Boolean> acquireAsync(Deadline deadline) {
		if (this.waiting.isEmpty() && tryAcquire()) {
			return CompletableFuture.completedFuture(false);
		}
		CompletableFuture<Void> turn = queue();
		// not in the thread that releases, whose stack would grow with every call it lets
		// in
		return turn.orTimeout(patience(deadline), TimeUnit.NANOSECONDS).handleAsync((called, tooLate) -> {
			if (tooLate != null) {
				this.waiting.remove(turn);
				throw refused();
			}
			if (deadline.isOver()) {
				release();
				throw refused();
			}
			return true;
		}, this.threads);
	}

	void release() {
		try {
			this.bulkhead.onComplete();
		}
		finally {
			callNext();
		}
	}

	private CompletableFuture<Void> queue() {
		CompletableFuture<Void> turn = new CompletableFuture<>();
		this.waiting.add(turn);
		callNext();
		return turn;
	}

	/**
	 * Hand free permits to those who wait. Each is taken in the name of the first of
	 * them, so that nobody who comes later can be quicker.
	 */
	private void callNext() {
		while (!this.waiting.isEmpty() && tryAcquire()) {
			if (!handOver()) {
				this.bulkhead.releasePermission();
			}
		}
	}

	private boolean handOver() {
		CompletableFuture<Void> next = this.waiting.poll();
		while (next != null && !next.complete(null)) {
			next = this.waiting.poll();
		}
		return next != null;
	}

	/**
	 * The bulkhead lets no interrupted thread in, although a permit is free; but whose
	 * permit it is need not be this thread's matter.
	 */
	private boolean tryAcquire() {
		boolean interrupted = Thread.interrupted();
		boolean acquired = this.bulkhead.tryAcquirePermission();
		while (!acquired && Thread.interrupted()) {
			interrupted = true;
			acquired = this.bulkhead.tryAcquirePermission();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return acquired;
	}

	private long patience(Deadline deadline) {
		return Math.min(this.maxWait.toNanos(), deadline.remainingNanos());
	}

	private static boolean await(CompletableFuture<Void> turn, long nanos) {
		try {
			turn.get(nanos, TimeUnit.NANOSECONDS);
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

	private CallRefusedException refused() {
		return new CallRefusedException(
				"Store '%s' is not called: %d calls are under way, which is as many as its bulkhead allows"
					.formatted(this.store, this.bulkhead.getBulkheadConfig().getMaxConcurrentCalls()));
	}

}
