package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import io.quiver.data.store.Key;
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

	private final @Nullable Key[] made;

	private int failed;

	private int absent;

	/** Whether anything is known of a row by its own merits. */
	private boolean answered;

	RowOutcomes(int rows) {
		this.failures = new @Nullable RowFailure[rows];
		this.made = new @Nullable Key[rows];
	}

	/** Rows are done. */
	void done() {
		this.answered = true;
	}

	/** A row is stored under a key that the server made. */
	void made(int row, Key key) {
		this.answered = true;
		this.made[row] = key;
	}

	/** Rows that were to be deleted were not there. */
	void absent(int rows) {
		this.answered = true;
		this.absent += rows;
	}

	/** The server says what is wrong with a row, which is not stored. */
	void refused(int row, DataAccessException cause) {
		this.answered = true;
		put(row, Outcome.FAILED, cause);
	}

	/** A row shares the failure of its statement. */
	void failed(int row, DataAccessException cause) {
		put(row, (StoreFaults.mayBeDone(cause)) ? Outcome.UNKNOWN : Outcome.FAILED, cause);
	}

	/** A row was not sent, since a statement before it has failed. */
	void notSent(int row, DataAccessException earlier) {
		put(row, Outcome.FAILED, (StoreFaults.isFault(earlier))
				? new NotSentException("Not sent, since an earlier statement failed: " + earlier.getMessage(), earlier)
				: earlier);
	}

	private void put(int row, Outcome outcome, DataAccessException cause) {
		this.failures[row] = new RowFailure(row, outcome, cause);
		this.failed++;
	}

	/**
	 * Return what became of each row.
	 * @param keys the keys of the rows that came with one; asked only if the server made
	 * some
	 * @throws DataAccessException if the server answered of none
	 */
	WriteResult result(KeyOf keys) {
		int rows = this.failures.length;
		List<RowFailure> told = new ArrayList<>(this.failed);
		for (RowFailure failure : this.failures) {
			if (failure != null) {
				told.add(failure);
			}
		}
		if (!this.answered && !told.isEmpty()) {
			throw told.get(0).cause();
		}
		return new WriteResult(rows, rows - this.failed - this.absent, told, keys(keys));
	}

	private List<Key> keys(KeyOf keys) {
		boolean none = true;
		for (Key key : this.made) {
			none &= key == null;
		}
		List<Key> all = new ArrayList<>();
		for (int row = 0; row < this.made.length && !none; row++) {
			if (this.failures[row] == null) {
				Key key = this.made[row];
				all.add((key != null) ? key : keys.of(row));
			}
		}
		return all;
	}

	/**
	 * Tells the key that a row came with.
	 */
	@FunctionalInterface
	interface KeyOf {

		Key of(int row);

	}

}
