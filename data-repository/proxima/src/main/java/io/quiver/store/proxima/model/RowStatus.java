package io.quiver.store.proxima.model;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * What became of a row that was sent on its own.
 *
 * @param key the row's primary key
 * @param failure why it is not done, or {@code null} if it is;
 * {@link io.quiver.data.policy.OutcomeUnknownException} where that is not known
 * @author Quiver
 * @since 0.1
 */
public record RowStatus(long key, @Nullable DataAccessException failure) {

	/**
	 * Tell whether the row was stored, or deleted.
	 * @return whether it was
	 */
	public boolean isDone() {
		return this.failure == null;
	}

}
