package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

/**
 * What became of rows that are sent each on its own.
 *
 * @author Quiver
 */
final class RowStatuses {

	private final Operation operation;

	private final List<WriteRequest> rows;

	private final @Nullable RowStatus[] told;

	private int count;

	private int answered;

	private int done;

	RowStatuses(Operation operation, List<WriteRequest> rows) {
		this.operation = operation;
		this.rows = rows;
		this.told = new @Nullable RowStatus[rows.size()];
	}

	/**
	 * Note what became of a row.
	 * @return whether it was the last one
	 */
	synchronized boolean set(int place, @Nullable Status status, @Nullable Throwable failure) {
		DataAccessException cause = null;
		if (status != null) {
			this.answered++;
			if (status.getCode() == StatusCodes.SUCCESS) {
				this.done++;
			}
			else {
				cause = ProximaErrors.translate(this.operation.toString(), status);
			}
		}
		else {
			cause = failure(failure);
		}
		this.told[place] = new RowStatus(key(place), cause);
		return ++this.count == this.told.length;
	}

	synchronized int done() {
		return this.done;
	}

	/**
	 * Return what is known of each row.
	 * @throws DataAccessException if none was answered; that it may have been done if
	 * that is so of any
	 */
	synchronized List<RowStatus> result() {
		List<RowStatus> result = new ArrayList<>(this.told.length);
		DataAccessException worst = null;
		for (int place = 0; place < this.told.length; place++) {
			RowStatus status = this.told[place];
			DataAccessException failure = (status != null) ? status.failure() : late(place);
			if (failure != null
					&& (worst == null || (StoreFaults.mayBeDone(failure) && !StoreFaults.mayBeDone(worst)))) {
				worst = failure;
			}
			result.add(new RowStatus(key(place), (failure != null) ? doubtful(failure) : null));
		}
		if (this.answered == 0 && worst != null) {
			throw worst;
		}
		return result;
	}

	/**
	 * Rows are sent in their order, and one that was sent is told of if it is cancelled.
	 */
	private static DataAccessException late(int place) {
		return new NotSentException("Row %d was not sent".formatted(place),
				new QueryTimeoutException("The time of the call was over before"));
	}

	private static DataAccessException doubtful(DataAccessException failure) {
		return (StoreFaults.mayBeDone(failure) && !(failure instanceof OutcomeUnknownException))
				? new OutcomeUnknownException("It is not known whether the row was written: " + failure.getMessage(),
						failure)
				: failure;
	}

	private static DataAccessException failure(@Nullable Throwable failure) {
		Throwable cause = (failure != null) ? TwoSteps.unwrap(failure) : null;
		if (cause instanceof DataAccessException translated) {
			return translated;
		}
		if (cause instanceof CancellationException) {
			return new QueryTimeoutException("The row was not answered in the time of the call", cause);
		}
		return new NonTransientDataAccessResourceException("The row could not be sent", cause);
	}

	private long key(int place) {
		return this.rows.get(place).getRows(0).getPrimaryKey();
	}

}
