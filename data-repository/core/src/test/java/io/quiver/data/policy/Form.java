package io.quiver.data.policy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullUnmarked;

/**
 * The two forms of the door, so that what holds for both is tested with both.
 */
@NullUnmarked
enum Form {

	SYNC {

		@Override
		<T> T call(StoreCalls calls, Operation operation, StoreCall<T> call) {
			return calls.call(operation, call);
		}

	},

	ASYNC {

		@Override
		<T> T call(StoreCalls calls, Operation operation, StoreCall<T> call) {
			try {
				return calls.callAsync(operation, (attempt) -> stage(call, attempt)).get(30, TimeUnit.SECONDS);
			}
			catch (ExecutionException ex) {
				throw sneaky(ex.getCause());
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		}

	};

	abstract <T> T call(StoreCalls calls, Operation operation, StoreCall<T> call);

	private static <T> CompletableFuture<T> stage(StoreCall<T> call, Attempt attempt) {
		try {
			return CompletableFuture.completedFuture(call.call(attempt));
		}
		catch (Throwable ex) {
			return CompletableFuture.failedFuture(new CompletionException(ex));
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
		throw (E) failure;
	}

}
