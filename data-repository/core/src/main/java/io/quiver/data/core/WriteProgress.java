package io.quiver.data.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.quiver.data.core.BulkWriter.Failure;
import io.quiver.data.core.BulkWriter.Progress;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Counts what became of the entities of a writer and tells its listeners, one at a time.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class WriteProgress<T> {

	private final ReentrantLock lock = new ReentrantLock();

	private final String collection;

	private final Consumer<Progress> onProgress;

	private final @Nullable Consumer<List<Failure<T>>> onFailure;

	private final long start = System.nanoTime();

	private final List<RowFailure> failures = new ArrayList<>();

	private @Nullable RuntimeException broken;

	private long added;

	private long stored;

	private long failed;

	WriteProgress(String collection, Consumer<Progress> onProgress, @Nullable Consumer<List<Failure<T>>> onFailure) {
		this.collection = collection;
		this.onProgress = onProgress;
		this.onFailure = onFailure;
	}

	/**
	 * Count an entity in.
	 * @return its place among all
	 */
	int added() {
		this.lock.lock();
		try {
			return (int) Math.min(Integer.MAX_VALUE, this.added++);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Count an entity that is refused before it is sent.
	 * @return whether somebody takes failures
	 */
	boolean refused(T entity, RuntimeException cause) {
		if (this.onFailure == null) {
			return false;
		}
		this.lock.lock();
		try {
			this.added++;
			this.failed++;
			this.onFailure.accept(List.of(new Failure<>(entity, false, cause)));
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Count a batch.
	 * @param stored how many entities of it are stored
	 * @param lost the writes that are not, with their failures in the same order
	 * @param whole the failure of the whole call, or {@code null}
	 */
	void settled(int stored, List<PendingWrite<T>> lost, List<RowFailure> failures,
			@Nullable DataAccessException whole) {
		this.lock.lock();
		try {
			this.stored += stored;
			this.failed += lost.size();
			if (this.onFailure == null) {
				this.failures.addAll(failures);
				this.broken = (whole != null) ? whole : this.broken;
			}
			else if (!lost.isEmpty()) {
				List<Failure<T>> told = new ArrayList<>(lost.size());
				for (int i = 0; i < lost.size(); i++) {
					RowFailure failure = failures.get(i);
					told.add(
							new Failure<>(lost.get(i).entity(), failure.outcome() == Outcome.UNKNOWN, failure.cause()));
				}
				this.onFailure.accept(told);
			}
			this.onProgress.accept(progress());
		}
		catch (RuntimeException ex) {
			// a listener's mistake belongs to whoever writes
			this.broken = ex;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Remember a failure that belongs to no entity, such as that of a callback.
	 */
	void broke(Throwable failure) {
		this.lock.lock();
		try {
			this.broken = new IllegalStateException(
					"A batch of '%s' was stored, but not all callbacks ran".formatted(this.collection), failure);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Throw what makes it pointless to add more.
	 */
	void throwIfBroken() {
		this.lock.lock();
		try {
			if (this.broken != null) {
				throw this.broken;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return how far the writer is, or throw what no listener has taken; once.
	 */
	Progress report() {
		this.lock.lock();
		try {
			RuntimeException broken = this.broken;
			List<RowFailure> untold = this.failures.stream()
				.sorted(Comparator.comparingInt(RowFailure::index))
				.toList();
			this.failures.clear();
			this.broken = null;
			if (!untold.isEmpty()) {
				throw new PartialWriteException(this.collection, (int) Math.min(Integer.MAX_VALUE, this.added), untold);
			}
			if (broken != null) {
				throw broken;
			}
			return progress();
		}
		finally {
			this.lock.unlock();
		}
	}

	private Progress progress() {
		return new Progress(this.added, this.stored, this.failed, Duration.ofNanos(System.nanoTime() - this.start));
	}

}
