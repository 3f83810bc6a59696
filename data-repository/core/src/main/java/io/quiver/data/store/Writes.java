package io.quiver.data.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;

import org.springframework.util.Assert;

/**
 * Sends rows through the door of a store, and those rows again whose failure may pass:
 * only those, as tries of the same call and so within its deadline. A row of which it is
 * not known whether it is stored is sent again only if the operation may be done twice.
 * <p>
 * The result tells of each row as soon as the system has answered once; what fails as a
 * whole after that is a failure of the rows it was about, and hides none that is stored.
 * An exception means that there was no answer, so that no row is stored or, where
 * {@link io.quiver.data.policy.StoreFaults#mayBeDone} says so, nobody knows.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Writes {

	private final StoreCalls calls;

	/**
	 * Create writes.
	 * @param calls the door of the store
	 */
	public Writes(StoreCalls calls) {
		Assert.notNull(calls, "'calls' must not be null");
		this.calls = calls;
	}

	/**
	 * Store rows.
	 * @param operation what is asked of the store
	 * @param request the rows; without any, nothing is sent
	 * @param call makes one try with the rows that are left, and tells what became of
	 * each
	 * @return what became of each row of the request
	 */
	public WriteResult write(Operation operation, WriteRequest request,
			BiFunction<WriteRequest, Attempt, WriteResult> call) {
		return send(UnsentRows.of(operation, request), operation, call);
	}

	/**
	 * Delete rows by key.
	 * @param operation what is asked of the store
	 * @param request the keys; without any, nothing is sent
	 * @param call makes one try with the keys that are left, and tells what became of
	 * each
	 * @return what became of each key of the request
	 */
	public WriteResult delete(Operation operation, DeleteRequest request,
			BiFunction<DeleteRequest, Attempt, WriteResult> call) {
		return send(UnsentRows.of(operation, request), operation, call);
	}

	/**
	 * Store rows without keeping the caller waiting.
	 * @param operation what is asked of the store
	 * @param request the rows; without any, nothing is sent
	 * @param call begins one try with the rows that are left
	 * @return what became of each row of the request
	 */
	public CompletableFuture<WriteResult> writeAsync(Operation operation, WriteRequest request,
			BiFunction<WriteRequest, Attempt, CompletionStage<WriteResult>> call) {
		return sendAsync(UnsentRows.of(operation, request), operation, call);
	}

	/**
	 * Delete rows by key without keeping the caller waiting.
	 * @param operation what is asked of the store
	 * @param request the keys; without any, nothing is sent
	 * @param call begins one try with the keys that are left
	 * @return what became of each key of the request
	 */
	public CompletableFuture<WriteResult> deleteAsync(Operation operation, DeleteRequest request,
			BiFunction<DeleteRequest, Attempt, CompletionStage<WriteResult>> call) {
		return sendAsync(UnsentRows.of(operation, request), operation, call);
	}

	private <R> WriteResult send(UnsentRows<R> rows, Operation operation, BiFunction<R, Attempt, WriteResult> call) {
		if (rows.isEmpty()) {
			return rows.result();
		}
		try {
			return this.calls.call(operation, (attempt) -> {
				List<Integer> sent = rows.begin(attempt);
				try {
					return rows.answered(sent, call.apply(rows.request(sent), attempt), attempt);
				}
				catch (RuntimeException ex) {
					rows.failed(attempt, ex);
					throw ex;
				}
			});
		}
		catch (RuntimeException ex) {
			return rows.resultAfter(ex);
		}
	}

	private <R> CompletableFuture<WriteResult> sendAsync(UnsentRows<R> rows, Operation operation,
			BiFunction<R, Attempt, CompletionStage<WriteResult>> call) {
		if (rows.isEmpty()) {
			return CompletableFuture.completedFuture(rows.result());
		}
		CompletableFuture<WriteResult> calling = this.calls.callAsync(operation,
				(attempt) -> attempt(rows, attempt, call));
		CompletableFuture<WriteResult> result = calling.exceptionally((thrown) -> {
			if (unwrap(thrown) instanceof RuntimeException failure) {
				return rows.resultAfter(failure);
			}
			throw new CompletionException(unwrap(thrown));
		});
		cancelWith(result, calling);
		return result;
	}

	private static <R> CompletableFuture<WriteResult> attempt(UnsentRows<R> rows, Attempt attempt,
			BiFunction<R, Attempt, CompletionStage<WriteResult>> call) {
		List<Integer> sent = rows.begin(attempt);
		CompletableFuture<WriteResult> running = call.apply(rows.request(sent), attempt).toCompletableFuture();
		CompletableFuture<WriteResult> answered = running.handle((answer, thrown) -> {
			if (thrown == null) {
				return rows.answered(sent, answer, attempt);
			}
			if (unwrap(thrown) instanceof RuntimeException failure) {
				rows.failed(attempt, failure);
			}
			throw new CompletionException(unwrap(thrown));
		});
		cancelWith(answered, running);
		return answered;
	}

	private static void cancelWith(CompletableFuture<?> dependent, CompletableFuture<?> source) {
		dependent.whenComplete((value, failure) -> {
			if (dependent.isCancelled()) {
				source.cancel(true);
			}
		});
	}

	private static Throwable unwrap(Throwable thrown) {
		return (thrown instanceof CompletionException && thrown.getCause() != null) ? thrown.getCause() : thrown;
	}

}
