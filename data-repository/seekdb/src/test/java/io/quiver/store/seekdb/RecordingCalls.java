package io.quiver.store.seekdb;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quiver.data.policy.AsyncStoreCall;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCall;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

/**
 * A door that remembers what went through it.
 *
 * @author Quiver
 */
final class RecordingCalls implements StoreCalls {

	private final StoreCalls door = StoreCalls.direct();

	private final List<Operation> operations = new CopyOnWriteArrayList<>();

	List<Operation> operations() {
		return this.operations;
	}

	@Override
	public <T extends @Nullable Object> T call(Operation operation, StoreCall<T> call) {
		this.operations.add(operation);
		return this.door.call(operation, call);
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, AsyncStoreCall<T> call) {
		this.operations.add(operation);
		return this.door.callAsync(operation, call);
	}

}
