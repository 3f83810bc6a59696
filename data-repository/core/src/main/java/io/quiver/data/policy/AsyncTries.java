package io.quiver.data.policy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

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

	private final @Nullable StoreObservation observation;

	private final CompletableFuture<T> result = new CompletableFuture<>();

	private final AtomicBoolean ended = new AtomicBoolean();

	private final Deadline total;

	private volatile @Nullable CompletableFuture<T> current;

	private @Nullable Repetition repetition;

	private int number;

	AsyncTries(CallPolicy policy, Gate gate, Operation operation, AsyncStoreCall<T> call,
			@Nullable StoreObservation observation) {
		this.policy = policy;
		this.rules = policy.of(operation);
		this.gate = gate;
		this.operation = operation;
		this.call = call;
		this.observation = observation;
		this.total = this.rules.total(operation, System.nanoTime());
	}

	CompletableFuture<T> begin() {
		this.result.whenComplete((value, failure) -> {
			CompletableFuture<T> running = this.current;
			if (this.result.isCancelled() && running != null) {
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
					failed(attempt, refused);
				}
				else {
					attempt(attempt, entered);
				}
			});
		}
		catch (RuntimeException ex) {
			failed(attempt, ex);
		}
	}

	private void attempt(Attempt attempt, long entered) {
		CompletableFuture<T> running = start(attempt);
		this.current = running;
		if (this.result.isCancelled()) {
			running.cancel(true);
		}
		limited(running, attempt.deadline()).whenComplete((value, thrown) -> {
			if (thrown == null) {
				this.gate.succeeded(entered);
				succeeded(attempt, value);
				return;
			}
			Throwable failure = translate(thrown);
			running.cancel(true);
			this.gate.failed(entered, failure, this.operation.timeout() != null);
			failed(attempt, failure);
		});
	}

	private CompletableFuture<T> start(Attempt attempt) {
		try (Observation.Scope scope = (this.observation != null) ? this.observation.openScope()
				: Observation.Scope.NOOP) {
			return this.call.call(attempt).toCompletableFuture();
		}
		catch (RuntimeException | Error ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private CompletableFuture<T> limited(CompletableFuture<T> running, Deadline deadline) {
		return (deadline.isSet()) ? running.copy().orTimeout(deadline.remainingNanos(), TimeUnit.NANOSECONDS) : running;
	}

	private void succeeded(Attempt attempt, T value) {
		tried(attempt);
		this.policy.quota().succeeded();
		if (this.repetition != null) {
			this.repetition.succeeded();
		}
		else if (this.rules.retry() != null) {
			this.rules.retry().asyncContext().onComplete();
		}
		try {
			observed(null);
		}
		finally {
			this.result.complete(value);
		}
	}

	private void failed(Attempt attempt, Throwable thrown) {
		tried(attempt);
		if (!(translate(thrown) instanceof RuntimeException failure)) {
			fail(translate(thrown));
			return;
		}
		if (this.repetition == null) {
			this.repetition = new Repetition(this.operation, this.rules, this.policy.quota(), this.total);
		}
		long wait = this.repetition.waitAfter(failure);
		if (wait < 0) {
			fail(GuardedStoreCalls.failure(this.operation, failure));
			return;
		}
		CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS).execute(this::next);
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
		Throwable failure = (thrown instanceof CompletionException && thrown.getCause() != null) ? thrown.getCause()
				: thrown;
		return (failure instanceof TimeoutException)
				? new QueryTimeoutException(
						"%s did not end in its time; give it more, or ask for less".formatted(this.operation), failure)
				: failure;
	}

}
