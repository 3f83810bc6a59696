package io.quiver.store.seekdb;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * What was written is stored, but the server could not be made to find it: its vector
 * indexes take it up at their own pace. Do not write it again for that; it is of no use
 * and, where keys are made, stores it twice.
 *
 * @author Quiver
 * @since 0.1
 */
public class RefreshFailedException extends NonTransientDataAccessException {

	/**
	 * Create the exception.
	 * @param collection the collection that was written to
	 * @param cause why its indexes could not be refreshed
	 */
	public RefreshFailedException(String collection, DataAccessException cause) {
		super("What was written to '%s' is stored, but searches may not find it yet, since its vector indexes could not be refreshed: %s"
			.formatted(collection, cause.getMessage()), cause);
	}

}
