package io.quiver.benchmarks.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.quiver.data.policy.AsyncStoreCall;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.StoreCall;

/**
 * A system that answers at once, so that nothing is left but the way there and back. Each
 * of its calls is of a class of its own, so that none of them is inlined.
 *
 * @author Quiver
 * @since 0.1
 */
final class Answer {

	private static final int ROWS = 10;

	private final Object rows = new Object();

	List<Supplier<Object>> calls() {
		return List.of(() -> this.rows, () -> this.rows, () -> this.rows, () -> this.rows);
	}

	List<StoreCall<Object>> storeCalls() {
		return List.of((attempt) -> rows(attempt), (attempt) -> rows(attempt), (attempt) -> rows(attempt),
				(attempt) -> rows(attempt));
	}

	List<AsyncStoreCall<Object>> asyncStoreCalls() {
		return List.of((attempt) -> toCome(attempt), (attempt) -> toCome(attempt), (attempt) -> toCome(attempt),
				(attempt) -> toCome(attempt));
	}

	private Object rows(Attempt attempt) {
		attempt.returned(ROWS);
		return this.rows;
	}

	private CompletableFuture<Object> toCome(Attempt attempt) {
		return CompletableFuture.completedFuture(rows(attempt));
	}

}
