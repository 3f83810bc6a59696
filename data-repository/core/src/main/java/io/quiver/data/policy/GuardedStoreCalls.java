package io.quiver.data.policy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * The door with policies.
 *
 * @author Quiver
 */
final class GuardedStoreCalls implements StoreCalls {

	private final CallPolicy policy;

	private final Gate gate;

	private final StoreObservations observations;

	GuardedStoreCalls(CallPolicy policy, Gate gate, StoreObservations observations) {
		this.policy = policy;
		this.gate = gate;
		this.observations = observations;
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
		catch (RuntimeException | Error ex) {
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
			try {
				T result = once(operation, call, attempt, now);
				succeeded(rules, repetition);
				return result;
			}
			catch (RuntimeException ex) {
				if (repetition == null) {
					repetition = new Repetition(operation, rules, this.policy.quota(), total);
				}
				long wait = repetition.waitAfter(ex);
				if (wait < 0 || !sleep(wait)) {
					throw failure(operation, ex);
				}
				now = System.nanoTime();
			}
			finally {
				if (observation != null) {
					observation.tried(attempt);
				}
			}
		}
	}

	private <T extends @Nullable Object> T once(Operation operation, StoreCall<T> call, Attempt attempt, long now) {
		long entered = this.gate.enter(attempt.deadline(), now);
		T result;
		try {
			result = call.call(attempt);
		}
		catch (RuntimeException | Error ex) {
			this.gate.failed(entered, ex, operation.timeout() != null);
			throw ex;
		}
		this.gate.succeeded(entered);
		return result;
	}

	private void succeeded(CallRules rules, @Nullable Repetition repetition) {
		this.policy.quota().succeeded();
		if (repetition != null) {
			repetition.succeeded();
		}
		else if (rules.retry() != null) {
			rules.retry().asyncContext().onComplete();
		}
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
		return new AsyncTries<>(this.policy, this.gate, operation, call, observation).begin();
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

	static RuntimeException failure(Operation operation, RuntimeException failure) {
		if (operation.safety() == Safety.WRITE && StoreFaults.mayBeDone(failure)) {
			return new OutcomeUnknownException(
					"It is not known whether %s was done: %s".formatted(operation, failure.getMessage()),
					(DataAccessException) failure);
		}
		return failure;
	}

}
