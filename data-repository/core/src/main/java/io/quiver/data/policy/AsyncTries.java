package io.quiver.data.policy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The tries of one call that keeps nobody waiting, one after the other.
 *
 * @param <T> the type of the result
 * @author Quiver
 */
final class AsyncTries<T extends @Nullable Object> {

	private final CallPolicy policy;

	private final CallRules rules;

	private final Gate gate;

	private final Operation operation;

	private final AsyncStoreCall<T> call;

	private final Executor threads;

	private final @Nullable StoreObservation observation;

	private final CompletableFuture<T> result = new CompletableFuture<>();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final Deadline total;

	private volatile @Nullable CompletableFuture<T> current;

	private @Nullable Repetition repetition;

	private int number;

	AsyncTries(CallPolicy policy, Gate gate, Operation operation, AsyncStoreCall<T> call, Executor threads,
			@Nullable StoreObservation observation) {
		this.policy = policy;
		this.rules = policy.of(operation);
		this.gate = gate;
		this.operation = operation;
		this.call = call;
		this.threads = threads;
		this.observation = observation;
		this.total = this.rules.total(operation, System.nanoTime());
	}

	CompletableFuture<T> begin() {
		this.result.whenComplete((value, failure) -> {
			CompletableFuture<T> running = this.current;
			if (running != null) {
				running.cancel(true);
			}
			observed(failure);
		});
		next();
		return this.result;
	}

	private void next() {
		if (this.result.isDone()) {
			return;
		}
		long now = System.nanoTime();
		Attempt attempt = new Attempt(++this.number, this.rules.attempt(this.operation, now, this.total));
		try {
			this.gate.enterAsync(attempt.deadline(), now).whenComplete((entered, refused) -> {
				if (refused != null) {
					failed(attempt, translate(refused));
				}
				else {
					attempt(attempt, entered);
				}
			});
		}
		catch (RuntimeException | Error ex) {
			failed(attempt, ex);
		}
	}

	private void attempt(Attempt attempt, long entered) {
		if (this.result.isDone()) {
			this.gate.left();
			return;
		}
		CompletableFuture<T> running = start(attempt);
		CompletableFuture<T> limited = limited(running, attempt.deadline());
		this.current = limited;
		if (this.result.isDone()) {
			limited.cancel(true);
		}
		limited.whenComplete((value, thrown) -> {
			if (thrown instanceof TimeoutException) {
				// the timer has one thread for the whole JVM, and what follows may take
				// longer
				this.threads.execute(() -> stopped(attempt, entered, running, thrown));
			}
			else if (thrown != null) {
				stopped(attempt, entered, running, thrown);
			}
			else {
				succeeded(attempt, entered, value);
			}
		});
	}

	private CompletableFuture<T> start(Attempt attempt) {
		try (Observation.Scope scope = (this.observation != null) ? this.observation.openScope()
				: Observation.Scope.NOOP) {
			return this.call.call(attempt).toCompletableFuture();
		}
		catch (Throwable ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private CompletableFuture<T> limited(CompletableFuture<T> running, Deadline deadline) {
		CompletableFuture<T> copy = running.copy();
		return (deadline.isSet()) ? copy.orTimeout(deadline.remainingNanos(), TimeUnit.NANOSECONDS) : copy;
	}

	private void succeeded(Attempt attempt, long entered, T value) {
		try {
			this.gate.succeeded(entered);
			tried(attempt);
			this.policy.succeeded(this.rules, this.repetition);
			observed(null);
		}
		finally {
			this.result.complete(value);
		}
	}

	private void stopped(Attempt attempt, long entered, CompletableFuture<T> running, Throwable thrown) {
		running.cancel(true);
		if (this.result.isDone()) {
			// its caller has left, so nobody is to blame
			tried(attempt);
			this.gate.left();
			return;
		}
		Throwable failure = translate(thrown);
		boolean cut = StoreFaults.isTimeout(failure) && CallRules.isCut(this.operation, attempt, this.total);
		try {
			this.gate.failed(entered, failure, cut || attempt.hasFailedElsewhere(failure));
		}
		catch (RuntimeException | Error ex) {
			failure.addSuppressed(ex);
		}
		failed(attempt, failure);
	}

	private void failed(Attempt attempt, Throwable failure) {
		tried(attempt);
		try {
			if (failure instanceof RuntimeException ex && !attempt.hasFailedElsewhere(ex)) {
				repeat(ex);
			}
			else {
				fail(failure);
			}
		}
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
	}

	private void repeat(RuntimeException failure) {
		if (this.repetition == null) {
			this.repetition = new Repetition(this.operation, this.rules, this.policy.quota(), this.total);
		}
		Repetition again = this.repetition;
		long wait = again.waitAfter(failure);
		if (wait < 0) {
			fail(again.failure());
			return;
		}
		CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, this.threads).execute(() -> {
			if (this.result.isDone()) {
				again.notMade();
			}
			else if (again.hasTime()) {
				next();
			}
			else {
				again.notMade();
				again.giveUp(failure);
				fail(again.failure());
			}
		});
	}

	private void fail(Throwable failure) {
		try {
			observed(failure);
		}
		finally {
			this.result.completeExceptionally(failure);
		}
	}

	/**
	 * End the observation, once and before the result is there: who waits for the result
	 * finds the call observed.
	 */
	private void observed(@Nullable Throwable failure) {
		if (this.observation != null && this.ended.compareAndSet(false, true)) {
			this.observation.end(failure);
		}
	}

	private void tried(Attempt attempt) {
		if (this.observation != null) {
			this.observation.tried(attempt);
		}
	}

	private Throwable translate(Throwable thrown) {
		Throwable failure = thrown;
		while ((failure instanceof CompletionException || failure instanceof ExecutionException)
				&& failure.getCause() != null) {
			failure = failure.getCause();
		}
		if (failure instanceof TimeoutException) {
			return new QueryTimeoutException(
					"%s did not end in its time; give it more, or ask for less".formatted(this.operation), failure);
		}
		if (failure instanceof CancellationException) {
			return new TransientDataAccessResourceException(
					"%s was cancelled under way, not by its caller".formatted(this.operation), failure);
		}
		return failure;
	}

}
