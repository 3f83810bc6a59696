package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * What a try has made of its rows.
 *
 * @author Quiver
 */
final class RowOutcomes {

	private final @Nullable RowFailure[] failures;

	private int failed;

	private int absent;

	/** Whether anything is known of a row by its own merits. */
	private boolean answered;

	RowOutcomes(int rows) {
		this.failures = new @Nullable RowFailure[rows];
	}

	/** Rows are done. */
	void done() {
		this.answered = true;
	}

	/** A row that was to be deleted was not there. */
	void absent() {
		this.answered = true;
		this.absent++;
	}

	/** The server was asked for a row alone, and says what is wrong with it. */
	void refused(int row, Outcome outcome, DataAccessException cause) {
		this.answered = true;
		put(row, outcome, cause);
	}

	/** A row shares the failure of its request. */
	void failed(int row, DataAccessException cause) {
		put(row, (StoreFaults.mayBeDone(cause)) ? Outcome.UNKNOWN : Outcome.FAILED, cause);
	}

	/** A row was not sent, since a request before it has failed. */
	void notSent(int row, DataAccessException earlier) {
		put(row, Outcome.FAILED, (StoreFaults.isFault(earlier))
				? new NotSentException("Not sent, since an earlier request failed: " + earlier.getMessage(), earlier)
				: earlier);
	}

	private void put(int row, Outcome outcome, DataAccessException cause) {
		this.failures[row] = new RowFailure(row, outcome, cause);
		this.failed++;
	}

	/**
	 * Return what became of each row.
	 * @throws DataAccessException if the server answered of none
	 */
	WriteResult result() {
		int rows = this.failures.length;
		if (this.failed == 0) {
			return new WriteResult(rows, rows - this.absent, List.of());
		}
		List<RowFailure> told = new ArrayList<>(this.failed);
		DataAccessException worst = null;
		for (RowFailure failure : this.failures) {
			if (failure != null) {
				told.add(failure);
				worst = (worst == null || (failure.outcome() == Outcome.UNKNOWN && !StoreFaults.mayBeDone(worst)))
						? failure.cause() : worst;
			}
		}
		if (!this.answered && worst != null) {
			throw worst;
		}
		return new WriteResult(rows, rows - this.failed - this.absent, told);
	}

}
