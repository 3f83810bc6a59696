package io.quiver.data.policy;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
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
	 * Let a try in.
	 * @param now the time
	 * @return when it was let in
	 */
	long enter(Deadline deadline, long now) {
		ask();
		if (this.permits == null) {
			return now;
		}
		try {
			return (this.permits.acquire(deadline)) ? System.nanoTime() : now;
		}
		catch (CallRefusedException ex) {
			forget();
			throw ex;
		}
	}

	CompletableFuture<Long> enterAsync(Deadline deadline, long now) {
		ask();
		if (this.permits == null) {
			return CompletableFuture.completedFuture(now);
		}
		return this.permits.acquireAsync(deadline).handle((waited, refused) -> {
			if (refused instanceof CallRefusedException ex) {
				forget();
				throw ex;
			}
			return (waited) ? System.nanoTime() : now;
		});
	}

	void succeeded(long entered) {
		if (this.circuitBreaker != null) {
			this.circuitBreaker.onSuccess(System.nanoTime() - entered, TimeUnit.NANOSECONDS);
		}
		release();
	}

	/**
	 * Note a failure: against the system if it is to blame.
	 * @param ownTimeout whether the call had a time-out of its own, which the system need
	 * not be able to keep
	 */
	void failed(long entered, Throwable failure, boolean ownTimeout) {
		if (this.circuitBreaker != null && StoreFaults.isFault(failure)
				&& !(ownTimeout && StoreFaults.isTimeout(failure))) {
			this.circuitBreaker.onError(System.nanoTime() - entered, TimeUnit.NANOSECONDS, failure);
		}
		else {
			forget();
		}
		release();
	}

	private void ask() {
		if (this.circuitBreaker != null && !this.circuitBreaker.tryAcquirePermission()) {
			throw new CallRefusedException("Store '%s' is not called: its circuit breaker is %s after too many failures"
				.formatted(this.store, this.circuitBreaker.getState().name().toLowerCase(Locale.ROOT)));
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

}
