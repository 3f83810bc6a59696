package io.quiver.data.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;

import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Entities that are sent together.
 *
 * @param <T> the type of the entities
 * @param mode how they are written
 * @param writes the entities
 * @author Quiver
 */
record WriteBatch<T>(WriteMode mode, List<PendingWrite<T>> writes) {

	static final int MAX_ROWS = 500;

	static final long MAX_BYTES = 4L << 20;

	/**
	 * Divide entities into batches. New ones come first, since an update of a key is only
	 * possible behind its insert; within a mode the order stays.
	 */
	static <T> List<WriteBatch<T>> split(List<PendingWrite<T>> writes, int maxRows) {
		Map<WriteMode, List<PendingWrite<T>>> byMode = new LinkedHashMap<>();
		for (WriteMode mode : List.of(WriteMode.INSERT, WriteMode.SAVE, WriteMode.UPDATE)) {
			byMode.put(mode, new ArrayList<>());
		}
		writes.forEach((write) -> Objects.requireNonNull(byMode.get(write.mode())).add(write));
		List<WriteBatch<T>> batches = new ArrayList<>();
		byMode.forEach((mode, all) -> {
			int from = 0;
			while (from < all.size()) {
				int to = end(all, from, maxRows);
				batches.add(new WriteBatch<>(mode, all.subList(from, to)));
				from = to;
			}
		});
		return batches;
	}

	private static int end(List<? extends PendingWrite<?>> writes, int from, int maxRows) {
		long bytes = 0;
		int to = from;
		while (to < writes.size() && to - from < maxRows) {
			bytes += writes.get(to).size();
			if (bytes > MAX_BYTES && to > from) {
				break;
			}
			to++;
		}
		return to;
	}

	WriteRequest request(CollectionSpec spec, WriteOptions options) {
		List<Row> rows = this.writes.stream().map(PendingWrite::row).toList();
		List<Long> versions = (this.mode == WriteMode.UPDATE && spec.versionColumn() >= 0)
				? this.writes.stream().map((write) -> Objects.requireNonNull(write.expectedVersion())).toList() : null;
		return new WriteRequest(spec, this.mode, Projection.all(spec), rows, versions, options);
	}

	/**
	 * Hand out what became of each entity.
	 * @param result what the store answered
	 * @param intent what the caller wanted
	 * @param stored takes what is stored, with the key that the store made
	 * @param failed takes what is not, with its place in this batch
	 */
	void settle(WriteResult result, WriteMode intent, StoredConsumer<T> stored, ObjIntConsumer<RowFailure> failed) {
		@Nullable RowFailure[] failures = new @Nullable RowFailure[this.writes.size()];
		result.failures().forEach((failure) -> failures[failure.index()] = failure);
		int position = 0;
		for (int i = 0; i < failures.length; i++) {
			RowFailure failure = failures[i];
			if (failure != null) {
				failed.accept(translate(failure, intent), i);
			}
			else {
				stored.accept(this.writes.get(i), (result.keys().isEmpty()) ? null : result.keys().get(position));
				position++;
			}
		}
	}

	/**
	 * To save something as new that is there is to save it over a version never seen.
	 */
	private RowFailure translate(RowFailure failure, WriteMode intent) {
		if (intent == WriteMode.SAVE && failure.cause() instanceof DuplicateKeyException duplicate) {
			return new RowFailure(failure.index(), failure.outcome(),
					new OptimisticLockingFailureException(
							"The entity has no version, but another one is stored already: " + duplicate.getMessage(),
							duplicate));
		}
		return failure;
	}

	/**
	 * Say what is known of rows that were sent in a call that failed as a whole.
	 */
	static Outcome outcomeOf(DataAccessException failure) {
		boolean mayHaveArrived = (failure instanceof TransientDataAccessException
				&& !(failure instanceof NotSentException)) || failure instanceof RecoverableDataAccessException
				|| failure instanceof DataAccessResourceFailureException;
		return (mayHaveArrived) ? Outcome.UNKNOWN : Outcome.FAILED;
	}

	/**
	 * Takes what is stored.
	 *
	 * @param <T> the type of the entities
	 */
	@FunctionalInterface
	interface StoredConsumer<T> {

		void accept(PendingWrite<T> write, @Nullable Key key);

	}

}
