package io.quiver.store.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.quiver.data.policy.AsyncStoreCall;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCall;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

/**
 * A door behind which the calling thread is interrupted: before it, the call would be
 * refused and the engine never reached.
 *
 * @author Quiver
 */
final class InterruptedCalls implements StoreCalls {

	private final StoreCalls calls;

	private final BooleanSupplier interrupts;

	InterruptedCalls(StoreCalls calls, BooleanSupplier interrupts) {
		this.calls = calls;
		this.interrupts = interrupts;
	}

	@Override
	public <T extends @Nullable Object> T call(Operation operation, StoreCall<T> call) {
		return this.calls.call(operation, (attempt) -> {
			if (this.interrupts.getAsBoolean()) {
				Thread.currentThread().interrupt();
			}
			return call.call(attempt);
		});
	}

	@Override
	public <T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, AsyncStoreCall<T> call) {
		return this.calls.callAsync(operation, call);
	}

}
