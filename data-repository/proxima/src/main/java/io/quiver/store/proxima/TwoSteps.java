package io.quiver.store.proxima;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A call that follows another. To cancel it cancels the one that is under way.
 *
 * @param <F> the type of the first answer
 * @param <T> the type of the result
 * @author Quiver
 */
final class TwoSteps<F, T> extends CompletableFuture<T> {

	private volatile CompletableFuture<?> current;

	/**
	 * Create the call.
	 * @param first the first step, under way
	 * @param next begins the second
	 * @param failed what becomes of a failure of the first
	 */
	TwoSteps(CompletableFuture<F> first, Function<F, CompletableFuture<T>> next, UnaryOperator<Throwable> failed) {
		this.current = first;
		first.whenComplete((answer, failure) -> {
			if (failure != null) {
				completeExceptionally(failed.apply(unwrap(failure)));
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

	static Throwable unwrap(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

}
