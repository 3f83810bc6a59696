package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a server in SQL, for the client and the store: through the door, or within
 * one of its tries.
 *
 * @author Quiver
 */
final class SeekdbCalls implements AutoCloseable {

	private final StoreCalls door;

	SeekdbCalls(StoreCalls door) {
		this.door = door;
	}

	/**
	 * Return the door, for those who make several statements in one try.
	 */
	StoreCalls door() {
		return this.door;
	}

	/**
	 * Make a call through the door, with a connection of its own for each try.
	 */
	<T extends @Nullable Object> T call(Operation operation, SessionWork<T> work) {
		return this.door.<T>call(operation, (attempt) -> session(attempt, work));
	}

	/**
	 * Begin a call through the door. To cancel the result ends it.
	 */
	<T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, SessionWork<T> work) {
		throw new UnsupportedOperationException("comes with the client");
	}

	/**
	 * Lend a connection, within a try of the door.
	 */
	<T extends @Nullable Object> T session(Attempt attempt, SessionWork<T> work) {
		throw new UnsupportedOperationException("comes with the client");
	}

	@Override
	public void close() {
	}

}
