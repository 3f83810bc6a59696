package io.quiver.store.proxima;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The result of an answer to come. To cancel it ends the call, which
 * {@link CompletableFuture#thenApply} would not.
 *
 * @param <A> the type of the answer
 * @param <T> the type of the result
 * @author Quiver
 */
final class Mapped<A, T extends @Nullable Object> extends CompletableFuture<T> {

	private final CompletableFuture<A> answering;

	Mapped(CompletableFuture<A> answering, Function<A, T> reader) {
		this.answering = answering;
		answering.whenComplete((answer, failure) -> {
			if (failure != null) {
				completeExceptionally(TwoSteps.unwrap(failure));
				return;
			}
			try {
				complete(reader.apply(answer));
			}
			catch (RuntimeException | Error ex) {
				completeExceptionally(ex);
			}
		});
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		this.answering.cancel(mayInterruptIfRunning);
		return cancelled;
	}

}
