package io.quiver.data.policy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/**
 * The door with policies.
 *
 * @author Quiver
 */
final class GuardedStoreCalls implements StoreCalls {

	private final CallPolicy policy;

	private final Gate gate;

	private final StoreObservations observations;

	private final Executor threads;

	GuardedStoreCalls(CallPolicy policy, Gate gate, StoreObservations observations, Executor threads) {
		this.policy = policy;
		this.gate = gate;
		this.observations = observations;
		this.threads = threads;
	}

	@Override
	public <T extends @Nullable Object> T call(Operation operation, StoreCall<T> call) {
		if (this.observations.isNoop()) {
			return tries(operation, call, null);
		}
		StoreObservation observation = this.observations.start(operation);
		try (var scope = observation.openScope()) {
			return tries(operation, call, observation);
		}
		catch (Throwable ex) {
			observation.failed(ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	private <T extends @Nullable Object> T tries(Operation operation, StoreCall<T> call,
			@Nullable StoreObservation observation) {
		CallRules rules = this.policy.of(operation);
		long now = System.nanoTime();
		Deadline total = rules.total(operation, now);
		Repetition repetition = null;
		for (int number = 1;; number++) {
			Attempt attempt = new Attempt(number, rules.attempt(operation, now, total));
			T result;
			try {
				result = once(operation, call, attempt, total, now);
			}
			catch (RuntimeException ex) {
				if (attempt.hasFailedElsewhere(ex)) {
					throw ex;
				}
				if (repetition == null) {
					repetition = new Repetition(operation, rules, this.policy.quota(), total);
				}
				if (!waits(repetition, ex)) {
					throw repetition.failure();
				}
				now = System.nanoTime();
				continue;
			}
			finally {
				if (observation != null) {
					observation.tried(attempt);
				}
			}
			this.policy.succeeded(rules, repetition);
			return result;
		}
	}

	private <T extends @Nullable Object> T once(Operation operation, StoreCall<T> call, Attempt attempt, Deadline total,
			long now) {
		long entered = this.gate.enter(attempt.deadline(), now);
		T result;
		try {
			result = call.call(attempt);
		}
		catch (Throwable ex) {
			boolean cut = StoreFaults.isTimeout(ex) && CallRules.isCut(operation, attempt, total);
			this.gate.failed(entered, ex,
					cut || attempt.hasFailedElsewhere(ex) || Thread.currentThread().isInterrupted());
			throw ex;
		}
		this.gate.succeeded(entered);
		return result;
	}

	/**
	 * Wait until the next try.
	 * @return whether there is to be one
	 */
	private static boolean waits(Repetition repetition, RuntimeException failure) {
		if (Thread.currentThread().isInterrupted()) {
			repetition.giveUp(failure);
			return false;
		}
		long wait = repetition.waitAfter(failure);
		if (wait < 0) {
			return false;
		}
		if (sleep(wait) && repetition.hasTime()) {
			return true;
		}
		repetition.notMade();
		repetition.giveUp(failure);
		return false;
	}

	private static boolean sleep(long millis) {
		try {
			Thread.sleep(millis);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, AsyncStoreCall<T> call) {
		StoreObservation observation = (this.observations.isNoop()) ? null : this.observations.start(operation);
		return new AsyncTries<>(this.policy, this.gate, operation, call, this.threads, observation).begin();
	}

	@Override
	public @Nullable CircuitBreaker circuitBreaker() {
		return this.gate.circuitBreaker();
	}

	@Override
	public Policies policies() {
		return new Policies(this.policy.rules().toRules(),
				this.policy.operations()
					.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toRules())),
				this.gate.circuitBreaker(), (this.gate.permits() != null) ? this.gate.permits().bulkhead() : null);
	}

}
