package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A call that follows another. To cancel it cancels the one that is under way.
 *
 * @param <F> the type of the first answer
 * @param <T> the type of the result
 * @author Quiver
 */
final class TwoSteps<F, T extends @Nullable Object> extends CompletableFuture<T> {

	private volatile CompletableFuture<?> current;

	/**
	 * Create the call.
	 * @param first the first step, under way
	 * @param next begins the second
	 */
	TwoSteps(CompletableFuture<F> first, Function<F, CompletableFuture<T>> next) {
		this.current = first;
		first.whenComplete((answer, failure) -> {
			if (failure != null) {
				completeExceptionally(unwrap(failure));
				return;
			}
			if (isDone()) {
				return;
			}
			try {
				follow(next.apply(answer));
			}
			catch (RuntimeException | Error ex) {
				completeExceptionally(ex);
			}
		});
	}

	private void follow(CompletableFuture<T> second) {
		this.current = second;
		if (isDone()) {
			second.cancel(true);
		}
		second.whenComplete((answer, failure) -> {
			if (failure != null) {
				completeExceptionally(unwrap(failure));
			}
			else {
				complete(answer);
			}
		});
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		this.current.cancel(mayInterruptIfRunning);
		return cancelled;
	}

	private static Throwable unwrap(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

}
