package io.quiver.store.proxima;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

import io.quiver.data.policy.Attempt;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.StoreOperations;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.Writes;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Writes of the port. A request of many rows tells only the code of the last one that
 * failed, so that the way to an outcome for each row differs:
 * <ul>
 * <li>To <b>save</b> or <b>update</b> may be repeated: many rows in a request, which is
 * {@linkplain BatchWrite narrowed} where it fails.</li>
 * <li>To <b>insert</b> must not: a second try fails whether the first has stored the row
 * or somebody else. Nor can a first try of many rows be asked again which of them failed.
 * So each row has a request of its own, many of them under way at once. The same holds to
 * <b>delete</b>, since it tells whether the row was there.</li>
 * </ul>
 *
 * @author Quiver
 */
final class ProximaWrites {

	private final ProximaCalls calls;

	private final Writes writes;

	ProximaWrites(ProximaCalls calls) {
		this.calls = calls;
		this.writes = new Writes(calls.door());
	}

	WriteResult write(ProximaRows columns, WriteRequest request) {
		columns.check(request.rows());
		return this.writes.write(StoreOperations.write(request), request, (left, attempt) -> {
			if (isInOneRequest(left)) {
				return now(new BatchWrite(columns, left, (message) -> exchange(message, attempt)).run());
			}
			return inserted(insert(columns, left, attempt).begin().await(attempt.deadline()), left);
		});
	}

	CompletableFuture<WriteResult> writeAsync(ProximaRows columns, WriteRequest request) {
		columns.check(request.rows());
		return this.writes.writeAsync(StoreOperations.write(request), request,
				(left, attempt) -> (isInOneRequest(left))
						? new BatchWrite(columns, left, (message) -> begin(message, attempt)).run()
						: new Mapped<>(insert(columns, left, attempt).begin(), (done) -> inserted(done, left)));
	}

	private static boolean isInOneRequest(WriteRequest request) {
		return request.mode() != WriteMode.INSERT || request.rows().size() == 1;
	}

	private static WriteResult now(CompletableFuture<WriteResult> result) {
		try {
			return result.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	private Pipeline<Status> insert(ProximaRows columns, WriteRequest request, Attempt attempt) {
		List<Row> rows = request.rows();
		return pipeline(rows.size(), (place) -> key(columns, rows.get(place).get(0)), (place) -> {
			Row row = rows.get(place);
			return columns.request(columns.mask(row))
				.addRows(columns.write(row).setOperationType(OperationType.OP_INSERT))
				.build();
		}, (message) -> begin(message, attempt), WriteMode.INSERT);
	}

	private static long key(ProximaRows columns, @Nullable Object key) {
		return (key != null) ? columns.key(key) : 0;
	}

	private static Pipeline<Status> pipeline(int size, IntToLongFunction keys,
			IntFunction<io.quiver.store.proxima.proto.WriteRequest> messages,
			Function<io.quiver.store.proxima.proto.WriteRequest, CompletableFuture<Status>> exchange, WriteMode mode) {
		return new Pipeline<>(size, keys, (place) -> {
			try {
				return exchange.apply(messages.apply(place));
			}
			catch (RuntimeException ex) {
				return CompletableFuture.failedFuture(ex);
			}
		}, (status) -> isOfAll(mode, status));
	}

	private static boolean isOfAll(WriteMode mode, Status status) {
		return status.getCode() != StatusCodes.SUCCESS && switch (verdict(mode, status)) {
			case REFUSED, TROUBLED -> true;
			case DONE, ROW -> false;
		};
	}

	private static WriteVerdict verdict(WriteMode mode, Status status) {
		return WriteVerdict.of(mode, status, ProximaErrors.translate("", status));
	}

	private static WriteResult inserted(Pipeline<Status> done, WriteRequest request) {
		int size = request.rows().size();
		return outcomes(done, size, null, "INSERT on '%s'".formatted(request.collection().name())).result();
	}

	/**
	 * Delete rows. Counted are those that were there, as far as their answers came: a key
	 * that is gone when it is sent again, since it had no answer before, is counted too.
	 * Whether the lost try has deleted it, somebody else or nobody, the server cannot
	 * tell.
	 */
	WriteResult delete(ProximaRows columns, DeleteRequest request) {
		DeletedKeys deleted = new DeletedKeys();
		return this.writes.delete(StoreOperations.delete(request), request, (left, attempt) -> {
			int size = left.keys().size();
			deleted.begin(left.keys());
			Pipeline<Status> done = pipeline(size, (place) -> columns.key(left.keys().get(place).parts().get(0)),
					(place) -> columns.deletion(left.keys().get(place)),
					(message) -> (size == 1) ? exchange(message, attempt) : begin(message, attempt), WriteMode.UPDATE);
			return outcomes(done.begin().await(attempt.deadline()), size, deleted,
					"DELETE on '%s'".formatted(left.collection().name()))
				.result();
		});
	}

	/**
	 * Collect what became of rows that each had a request.
	 * @param deleted the keys, or {@code null} if rows were inserted
	 */
	private static RowOutcomes outcomes(Pipeline<Status> done, int size, @Nullable DeletedKeys deleted,
			String subject) {
		RowOutcomes outcomes = new RowOutcomes(size);
		DataAccessException earlier = null;
		for (int row = 0; row < size; row++) {
			Status status = done.answer(row);
			DataAccessException failure = (status != null) ? outcome(outcomes, row, status, deleted, subject)
					: done.failure(row);
			if (status == null && failure != null) {
				outcomes.failed(row, failure);
			}
			if (deleted != null && failure != null) {
				deleted.failed(row, failure);
			}
			earlier = (earlier != null) ? earlier : failure;
		}
		for (int row = 0; row < size; row++) {
			if (done.answer(row) == null && done.failure(row) == null && earlier != null) {
				outcomes.notSent(row, earlier);
			}
		}
		return outcomes;
	}

	/**
	 * Take the outcome of one row.
	 * @return the failure, if it is that of all rows
	 */
	private static @Nullable DataAccessException outcome(RowOutcomes outcomes, int row, Status status,
			@Nullable DeletedKeys deleted, String subject) {
		int code = status.getCode();
		boolean gone = deleted != null && code == StatusCodes.KEY_NOT_EXIST;
		if (code == StatusCodes.SUCCESS || gone) {
			boolean before = deleted != null && deleted.answered(row);
			if (gone && !before) {
				outcomes.absent();
			}
			else {
				outcomes.done();
			}
			return null;
		}
		DataAccessException failure = ProximaErrors.translate(subject, status);
		WriteVerdict verdict = WriteVerdict.of((deleted != null) ? WriteMode.UPDATE : WriteMode.INSERT, status,
				failure);
		if (verdict == WriteVerdict.ROW) {
			outcomes.refused(row, (WriteVerdict.isOfKey(code)) ? Outcome.FAILED : Outcome.UNKNOWN, failure);
			return null;
		}
		outcomes.failed(row, failure);
		return failure;
	}

	private CompletableFuture<Status> begin(io.quiver.store.proxima.proto.WriteRequest message, Attempt attempt) {
		return this.calls.exchangeAsync(ProximaMethod.WRITE, message, attempt.deadline());
	}

	private CompletableFuture<Status> exchange(io.quiver.store.proxima.proto.WriteRequest message, Attempt attempt) {
		return completed(() -> this.calls.exchange(ProximaMethod.WRITE, message, attempt.deadline()));
	}

	static <A> CompletableFuture<A> completed(Supplier<A> exchange) {
		try {
			return CompletableFuture.completedFuture(exchange.get());
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

}
