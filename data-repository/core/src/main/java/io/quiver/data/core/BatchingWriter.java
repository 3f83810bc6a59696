package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Collects entities into batches and hands them to a {@link BatchSender}. A batch that is
 * full waits here for room, and whoever adds waits with it.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class BatchingWriter<T> implements BulkWriter<T> {

	private final ReentrantLock lock = new ReentrantLock();

	private final RowStore store;

	private final String collection;

	private final WritePreparation<T> preparation;

	private final WriteMode mode;

	private final int batchSize;

	private final BatchSender<T> sender;

	private final WriteProgress<T> progress;

	private List<PendingWrite<T>> collected = new ArrayList<>();

	private long bytes;

	private volatile boolean closed;

	BatchingWriter(RowStore store, String collection, WritePreparation<T> preparation, WriteMode mode, int batchSize,
			BatchSender<T> sender, WriteProgress<T> progress) {
		this.store = store;
		this.collection = collection;
		this.preparation = preparation;
		this.mode = mode;
		this.batchSize = batchSize;
		this.sender = sender;
		this.progress = progress;
	}

	@Override
	public void add(T entity) {
		Assert.notNull(entity, "'entity' must not be null");
		requireOpen();
		requireNoTransaction(this.store);
		PendingWrite<T> checked = prepare(entity);
		if (checked != null) {
			add(checked);
		}
	}

	/**
	 * Prepare an entity, or tell the listener why it is refused.
	 */
	private @Nullable PendingWrite<T> prepare(T entity) {
		try {
			return this.preparation.prepare(entity, this.mode, PendingWrite.ALONE);
		}
		catch (RuntimeException ex) {
			if (!this.progress.refused(entity, ex)) {
				throw ex;
			}
			return null;
		}
	}

	private void add(PendingWrite<T> checked) {
		try {
			this.lock.lockInterruptibly();
			try {
				requireOpen();
				if (isFull()) {
					this.sender.awaitRoom();
					send();
				}
				this.collected.add(new PendingWrite<>(this.progress.added(), checked.entity(), checked.row(),
						checked.mode(), checked.expectedVersion(), checked.newVersion(), checked.size()));
				this.bytes += checked.size();
				if (isFull() && this.sender.tryRoom()) {
					send();
				}
			}
			finally {
				this.lock.unlock();
			}
		}
		catch (InterruptedException ex) {
			throw interrupted("this entity was not taken; those before it are kept for the next add or flush", ex);
		}
	}

	@Override
	public Progress flush() {
		try {
			this.lock.lockInterruptibly();
			try {
				if (!this.collected.isEmpty()) {
					this.sender.awaitRoom();
					send();
				}
			}
			finally {
				this.lock.unlock();
			}
			this.sender.awaitAll();
		}
		catch (InterruptedException ex) {
			throw interrupted("it is not known how many entities are stored; flush again", ex);
		}
		return report();
	}

	private Progress report() {
		Progress reached;
		try {
			reached = this.progress.report();
		}
		catch (PartialWriteException ex) {
			if (ex.getStored() > 0) {
				afterWrites(ex);
			}
			throw ex;
		}
		this.sender.afterWrites();
		return reached;
	}

	private void afterWrites(PartialWriteException failure) {
		try {
			this.sender.afterWrites();
		}
		catch (DataAccessException ex) {
			failure.addSuppressed(ex);
		}
	}

	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
		flush();
	}

	/** It would not be part of it: batches are sent by other threads. */
	static void requireNoTransaction(RowStore store) {
		if (store.isInTransaction()) {
			throw new InvalidDataAccessApiUsageException(
					"A BulkWriter of store '%s' writes outside of the transaction that is under way; use saveAll, or write without a transaction (Propagation.NOT_SUPPORTED)"
						.formatted(store.name()));
		}
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException("The writer of '%s' is closed".formatted(this.collection));
		}
		this.progress.throwIfBroken();
	}

	private boolean isFull() {
		return this.collected.size() >= this.batchSize || this.bytes >= WriteBatch.MAX_BYTES;
	}

	private void send() {
		List<PendingWrite<T>> writes = this.collected;
		this.collected = new ArrayList<>();
		this.bytes = 0;
		this.sender.send(writes);
	}

	private DataAccessResourceFailureException interrupted(String consequence, InterruptedException cause) {
		Thread.currentThread().interrupt();
		return new DataAccessResourceFailureException(
				"Interrupted while waiting to write to '%s': %s".formatted(this.collection, consequence), cause);
	}

}
