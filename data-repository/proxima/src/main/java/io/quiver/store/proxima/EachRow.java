package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Rows that are sent each in a request of its own, many at once.
 *
 * @author Quiver
 */
final class EachRow {

	private final ProximaCalls calls;

	private final Operation operation;

	private final List<io.quiver.store.proxima.proto.WriteRequest> rows;

	private EachRow(ProximaCalls calls, WriteRequest request) {
		this.calls = calls;
		this.operation = ProximaOperations.WRITE_EACH.on(request.collection());
		io.quiver.store.proxima.proto.WriteRequest head = WriteMessages.head(request).build();
		this.rows = new ArrayList<>(request.rows().size());
		for (Row row : request.rows()) {
			this.rows.add(head.toBuilder().addRows(WriteMessages.row(request.meta(), row)).build());
		}
	}

	/**
	 * Send rows and wait for what becomes of them. At the deadline that is told of the
	 * rows that were answered, and the others may be stored or not.
	 */
	static List<RowStatus> write(ProximaCalls calls, WriteRequest request) {
		EachRow each = new EachRow(calls, request);
		return calls.door()
			.call(each.operation, (attempt) -> each.statuses(each.begin(attempt).await(attempt.deadline()), attempt));
	}

	/**
	 * Begin to send rows.
	 */
	static CompletableFuture<List<RowStatus>> writeAsync(ProximaCalls calls, WriteRequest request) {
		EachRow each;
		try {
			each = new EachRow(calls, request);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		return calls.door()
			.callAsync(each.operation,
					(attempt) -> new Mapped<>(each.begin(attempt), (done) -> each.statuses(done, attempt)));
	}

	private Pipeline<Status> begin(Attempt attempt) {
		return new Pipeline<>(this.rows.size(), this::key,
				(place) -> this.calls.exchangeAsync(ProximaMethod.WRITE, this.rows.get(place), attempt.deadline()),
				(status) -> false)
			.begin();
	}

	/**
	 * Return what is known of each row.
	 * @throws DataAccessException if none was answered; that it may have been done if
	 * that is so of any
	 */
	private List<RowStatus> statuses(Pipeline<Status> done, Attempt attempt) {
		List<RowStatus> statuses = new ArrayList<>(this.rows.size());
		DataAccessException fault = fault(done);
		boolean answered = false;
		int written = 0;
		for (int place = 0; place < this.rows.size(); place++) {
			Status status = done.answer(place);
			DataAccessException failure = (status != null) ? refused(status) : unanswered(done.failure(place), fault);
			answered |= (status != null);
			written += (failure == null) ? 1 : 0;
			statuses.add(new RowStatus(key(place), failure));
		}
		if (!answered && fault != null) {
			throw fault;
		}
		attempt.written(written);
		return statuses;
	}

	/**
	 * Return why rows have no answer.
	 * @return the failure of a row that may be done, else of any row, or {@code null} if
	 * all were answered
	 */
	private @Nullable DataAccessException fault(Pipeline<Status> done) {
		DataAccessException fault = null;
		for (int place = 0; place < this.rows.size(); place++) {
			DataAccessException failure = done.failure(place);
			if (failure != null
					&& (fault == null || (StoreFaults.mayBeDone(failure) && !StoreFaults.mayBeDone(fault)))) {
				fault = failure;
			}
		}
		return fault;
	}

	private @Nullable DataAccessException refused(Status status) {
		return (status.getCode() != StatusCodes.SUCCESS)
				? doubtful(ProximaErrors.translate(this.operation.toString(), status)) : null;
	}

	private static DataAccessException unanswered(@Nullable DataAccessException failure,
			@Nullable DataAccessException fault) {
		return (failure != null) ? doubtful(failure)
				: new NotSentException("Not sent, since an earlier row had no answer",
						(fault != null) ? fault : new QueryTimeoutException("The time of the call was over before"));
	}

	private static DataAccessException doubtful(DataAccessException failure) {
		return (StoreFaults.mayBeDone(failure) && !(failure instanceof OutcomeUnknownException))
				? new OutcomeUnknownException("It is not known whether the row was written: " + failure.getMessage(),
						failure)
				: failure;
	}

	private long key(int place) {
		return this.rows.get(place).getRows(0).getPrimaryKey();
	}

}
