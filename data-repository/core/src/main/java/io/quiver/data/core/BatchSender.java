package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Sends batches, no more at once than allowed.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class BatchSender<T> {

	private final TemplateContext context;

	private final EntityModel<T> model;

	private final WriteOptions options;

	private final WriteMode intent;

	private final WritePreparation<T> preparation;

	private final WriteProgress<T> progress;

	private final int concurrency;

	private final Semaphore room;

	BatchSender(TemplateContext context, EntityModel<T> model, WriteOptions options, WriteMode intent,
			WriteProgress<T> progress, int concurrency) {
		this.context = context;
		this.model = model;
		this.options = options;
		this.intent = intent;
		this.preparation = new WritePreparation<>(model, context.callbacks());
		this.progress = progress;
		this.concurrency = concurrency;
		this.room = new Semaphore(concurrency, true);
	}

	boolean tryRoom() {
		return this.room.tryAcquire();
	}

	void awaitRoom() throws InterruptedException {
		this.room.acquire();
	}

	/**
	 * Wait until nothing is under way.
	 */
	void awaitAll() throws InterruptedException {
		this.room.acquire(this.concurrency);
		this.room.release(this.concurrency);
	}

	/**
	 * Let the store do what follows the writes of a call.
	 */
	void afterWrites() {
		this.context.store().afterWrites(this.model.spec(), this.options);
	}

	/**
	 * Send entities into room that was taken before; the room is free again when their
	 * outcome is told.
	 */
	void send(List<PendingWrite<T>> writes) {
		CompletableFuture<?> done = CompletableFuture.completedFuture(null);
		for (WriteBatch<T> batch : WriteBatch.split(writes, Integer.MAX_VALUE)) {
			done = done.thenCompose((previous) -> send(batch));
		}
		done.whenComplete((result, failure) -> {
			if (failure != null) {
				this.progress.broke(failure);
			}
			this.room.release();
		});
	}

	private CompletableFuture<?> send(WriteBatch<T> batch) {
		CompletableFuture<WriteResult> written;
		try {
			this.context.schemas().ensure(this.model);
			written = this.context.store()
				.writeAsync(batch.request(this.model.spec(), this.options), this.context.executor());
		}
		catch (RuntimeException ex) {
			written = CompletableFuture.failedFuture(ex);
		}
		return written.handle((result, failure) -> {
			settle(batch, result, failure);
			return null;
		});
	}

	private void settle(WriteBatch<T> batch, @Nullable WriteResult result, @Nullable Throwable failure) {
		List<PendingWrite<T>> lost = new ArrayList<>();
		List<RowFailure> failures = new ArrayList<>();
		DataAccessException whole = null;
		int[] stored = new int[1];
		if (result != null) {
			batch.settle(result, this.intent, (write, key) -> {
				this.preparation.complete(write, key);
				stored[0]++;
			}, (rowFailure, index) -> {
				PendingWrite<T> write = batch.writes().get(index);
				lost.add(write);
				failures.add(new RowFailure(write.index(), rowFailure.outcome(), rowFailure.cause()));
			});
		}
		else {
			whole = cause(failure);
			Outcome outcome = WriteBatch.outcomeOf(whole);
			for (PendingWrite<T> write : batch.writes()) {
				lost.add(write);
				failures.add(new RowFailure(write.index(), outcome, whole));
			}
		}
		this.progress.settled(stored[0], lost, failures, whole);
	}

	private static DataAccessException cause(@Nullable Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		return (cause instanceof DataAccessException known) ? known
				: new NonTransientDataAccessResourceException("A batch could not be written: " + cause, cause);
	}

}
