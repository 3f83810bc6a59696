package io.quiver.data.core;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.quiver.data.store.WriteMode;

/**
 * Writes many entities: collects them into batches and keeps a bounded number of batches
 * under way. {@link #add} waits while that number is reached, so that a fast producer
 * never fills the memory. Safe for use by many threads.
 * <p>
 * Batches are sent by threads of its own, outside of every transaction: while one is
 * under way that the store would take part in, it is refused to open a writer or to add.
 *
 * @param <T> the type of the entities
 * @author Quiver
 * @since 0.1
 */
public interface BulkWriter<T> extends AutoCloseable {

	/**
	 * Add an entity, waiting for room if need be. An entity that is refused before it is
	 * sent, for instance because its vector has another dimension, is told to the
	 * {@linkplain Builder#onFailure listener of failures} and the load goes on; without a
	 * listener the refusal is thrown, and the writer may be used on.
	 * @param entity the entity
	 * @throws org.springframework.dao.DataAccessException if an earlier batch failed as a
	 * whole, or this entity is refused, and no listener takes failures
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if this thread
	 * is in a transaction that the store takes part in
	 */
	void add(T entity);

	/**
	 * Send what is collected and wait until everything added so far is stored.
	 * @return the progress reached
	 * @throws PartialWriteException if rows failed and no listener takes failures
	 */
	Progress flush();

	/**
	 * Flush and end. Adding afterwards is refused.
	 */
	@Override
	void close();

	/**
	 * How far a writer has come.
	 *
	 * @param added entities taken
	 * @param stored entities stored for good
	 * @param failed entities not stored, or of which it is not known
	 * @param elapsed time since the writer was opened
	 */
	record Progress(long added, long stored, long failed, Duration elapsed) {
	}

	/**
	 * An entity that was not stored, or of which it is not known.
	 *
	 * @param <T> the type of the entity
	 * @param entity the entity
	 * @param unknown whether it may be stored nevertheless
	 * @param cause why
	 */
	record Failure<T>(T entity, boolean unknown, Throwable cause) {
	}

	/**
	 * Sets a writer up.
	 *
	 * @param <T> the type of the entities
	 */
	interface Builder<T> {

		/**
		 * How keys that are there are treated; {@link WriteMode#SAVE} by default.
		 * @param mode {@code SAVE} or {@code INSERT}
		 * @return this builder
		 */
		Builder<T> mode(WriteMode mode);

		/**
		 * How many entities are sent together, 500 by default. A batch is also sent when
		 * it has reached the store's limit of bytes.
		 * @param entities the number, at least 1
		 * @return this builder
		 */
		Builder<T> batchSize(int entities);

		/**
		 * How many batches are under way at once, 2 by default.
		 * @param batches the number, at least 1
		 * @return this builder
		 */
		Builder<T> concurrency(int batches);

		/**
		 * Called after each batch, by one thread at a time.
		 * @param listener takes the progress
		 * @return this builder
		 */
		Builder<T> onProgress(Consumer<Progress> listener);

		/**
		 * Called after each batch with failures and with each entity that is refused
		 * before it is sent, by one thread at a time. With it, failures are no
		 * exceptions.
		 * @param listener takes the failures
		 * @return this builder
		 */
		Builder<T> onFailure(Consumer<List<Failure<T>>> listener);

		/**
		 * Open the writer.
		 * @return the writer
		 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if this
		 * thread is in a transaction that the store takes part in
		 */
		BulkWriter<T> open();

	}

}
