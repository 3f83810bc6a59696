package io.quiver.data.policy;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Ends a try that did a part of its work. What it left may be done by another try,
 * whatever the call does. It is an answer: the circuit breaker counts it only if its
 * cause says that the system is to blame for all that was left.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnfinishedException extends TransientDataAccessException {

	/**
	 * Create the exception.
	 * @param message what is left
	 * @param cause the fault of the system, or {@code null} if it did a part
	 */
	public UnfinishedException(String message, @Nullable DataAccessException cause) {
		super(message, cause);
	}

}
