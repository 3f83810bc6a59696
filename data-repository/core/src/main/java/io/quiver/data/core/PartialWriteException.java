package io.quiver.data.core;

import java.util.List;

import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * Some rows of a write were not stored, or it is not known of some whether they were. The
 * others are stored for good.
 *
 * @author Quiver
 * @since 0.1
 */
public class PartialWriteException extends NonTransientDataAccessException {

	private final int rows;

	private final transient List<RowFailure> failures;

	/**
	 * Create the exception.
	 * @param collection the collection that was written to
	 * @param rows how many rows were given
	 * @param failures what is not stored for certain, by rising index; not empty
	 */
	public PartialWriteException(String collection, int rows, List<RowFailure> failures) {
		super("%d of %d rows were not stored in '%s' (%d of them may have been); the first, row %d: %s".formatted(
				failures.size(), rows, collection, unknown(failures).size(), failures.get(0).index(),
				failures.get(0).cause().getMessage()), failures.get(0).cause());
		this.rows = rows;
		this.failures = List.copyOf(failures);
	}

	/**
	 * Return how many rows are stored.
	 * @return the number of rows without a failure
	 */
	public int getStored() {
		return this.rows - this.failures.size();
	}

	/**
	 * Return the rows that are not stored.
	 * @return the failures by rising index of the entity in the order given
	 */
	public List<RowFailure> getFailed() {
		return this.failures.stream().filter((failure) -> failure.outcome() == Outcome.FAILED).toList();
	}

	/**
	 * Return the rows of which it is not known whether they are stored.
	 * @return the failures by rising index of the entity in the order given
	 */
	public List<RowFailure> getUnknown() {
		return unknown(this.failures);
	}

	private static List<RowFailure> unknown(List<RowFailure> failures) {
		return failures.stream().filter((failure) -> failure.outcome() == Outcome.UNKNOWN).toList();
	}

}
