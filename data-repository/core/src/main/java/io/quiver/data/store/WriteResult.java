package io.quiver.data.store;

import java.util.List;

import org.springframework.dao.DataAccessException;

/**
 * What became of each row of a write. A row without a failure is stored, or deleted if it
 * was there, for good.
 *
 * @param rows how many rows were asked for
 * @param affected how many rows were stored, or were there and are deleted; a store that
 * is not told counts every row without a failure
 * @param failures the rows of which this is not so, by rising index
 * @param keys the keys of the rows without a failure, in their order, if the store made a
 * part of any of them; else empty
 * @author Quiver
 * @since 0.1
 */
public record WriteResult(int rows, int affected, List<RowFailure> failures, List<Key> keys) {

	public WriteResult {
		failures = List.copyOf(failures);
		keys = List.copyOf(keys);
	}

	public WriteResult(int rows, int affected, List<RowFailure> failures) {
		this(rows, affected, failures, List.of());
	}

	public static WriteResult allStored(int rows) {
		return new WriteResult(rows, rows, List.of());
	}

	/**
	 * One row that was not stored, or of which it is not known.
	 *
	 * @param index the row's place in the request
	 * @param outcome whether it is certain that nothing was stored
	 * @param cause why: {@link org.springframework.dao.DuplicateKeyException} for an
	 * insert of a key that is there,
	 * {@link org.springframework.dao.IncorrectUpdateSemanticsDataAccessException} for an
	 * update of one that is not,
	 * {@link org.springframework.dao.OptimisticLockingFailureException} for another
	 * version and, where versions are compared, for a row that is gone, a
	 * {@link org.springframework.dao.TransientDataAccessException} if the same row may be
	 * sent again
	 */
	public record RowFailure(int index, Outcome outcome, DataAccessException cause) {
	}

	/**
	 * What is known of a row that is not stored for certain.
	 */
	public enum Outcome {

		/** It is not stored. */
		FAILED,

		/** It may be stored or not. */
		UNKNOWN

	}

}
