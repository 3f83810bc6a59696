package io.quiver.data.policy;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.RecoverableDataAccessException;

/**
 * The failure of a write that may have been done or not, and would be done twice if it
 * were repeated: find out what is stored before trying again. Not transient, so that
 * nothing repeats it blindly.
 *
 * @author Quiver
 * @since 0.1
 */
public class OutcomeUnknownException extends RecoverableDataAccessException {

	public OutcomeUnknownException(String message, DataAccessException cause) {
		super(message, cause);
	}

}
