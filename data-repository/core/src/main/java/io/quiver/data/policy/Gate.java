package io.quiver.data.policy;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.jspecify.annotations.Nullable;

/**
 * Lets tries in, past circuit breaker and bulkhead, and takes note of how they went.
 *
 * @param store the name of the store, for messages
 * @param circuitBreaker the circuit breaker, or {@code null}
 * @param permits the permits of the bulkhead, or {@code null}
 * @author Quiver
 */
record Gate(String store, @Nullable CircuitBreaker circuitBreaker, @Nullable Permits permits) {

	/**
	 * Let a try of this thread in.
	 * @param now the time
	 * @return when it was let in
	 */
	long enter(Deadline deadline, long now) {
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted();
		}
		ask();
		if (this.permits == null) {
			return now;
		}
		try {
			return (this.permits.acquire(deadline)) ? System.nanoTime() : now;
		}
		catch (CallRefusedException ex) {
			forget();
			throw (Thread.currentThread().isInterrupted()) ? interrupted() : ex;
		}
		catch (RuntimeException | Error ex) {
			forget();
			throw ex;
		}
	}

	CompletableFuture<Long> enterAsync(Deadline deadline, long now) {
		ask();
		if (this.permits == null) {
			return CompletableFuture.completedFuture(now);
		}
		try {
			return this.permits.acquireAsync(deadline)
				.whenComplete((waited, refused) -> forgetIf(refused != null))
				.thenApply((waited) -> (waited) ? System.nanoTime() : now);
		}
		catch (RuntimeException | Error ex) {
			forget();
			throw ex;
		}
	}

	void succeeded(long entered) {
		try {
			if (this.circuitBreaker != null) {
				this.circuitBreaker.onSuccess(System.nanoTime() - entered, TimeUnit.NANOSECONDS);
			}
		}
		finally {
			release();
		}
	}

	/**
	 * Note a failure: against the system if it is to blame.
	 * @param excused whether the system is not to blame whatever the failure, since the
	 * caller did not wait for it
	 */
	void failed(long entered, Throwable failure, boolean excused) {
		if (excused || this.circuitBreaker == null || !StoreFaults.isFault(failure)) {
			left();
			return;
		}
		try {
			this.circuitBreaker.onError(System.nanoTime() - entered, TimeUnit.NANOSECONDS, failure);
		}
		finally {
			release();
		}
	}

	/**
	 * Note that a try has ended of which nothing is to be learnt.
	 */
	void left() {
		forget();
		release();
	}

	private void ask() {
		if (this.circuitBreaker != null && !this.circuitBreaker.tryAcquirePermission()) {
			throw new CallRefusedException("Store '%s' is not called: its circuit breaker is %s after too many failures"
				.formatted(this.store, refusing(this.circuitBreaker.getState())));
		}
	}

	/** It may have closed since it refused. */
	private static String refusing(State state) {
		return ((state != State.CLOSED) ? state : State.OPEN).name().toLowerCase(Locale.ROOT);
	}

	private void forgetIf(boolean refused) {
		if (refused) {
			forget();
		}
	}

	private void forget() {
		if (this.circuitBreaker != null) {
			this.circuitBreaker.releasePermission();
		}
	}

	private void release() {
		if (this.permits != null) {
			this.permits.release();
		}
	}

	private CallRefusedException interrupted() {
		return new CallRefusedException("Store '%s' is not called: the thread is interrupted".formatted(this.store));
	}

}
