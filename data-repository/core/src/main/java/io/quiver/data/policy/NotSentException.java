package io.quiver.data.policy;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The failure of a call of which it is certain that the system never saw it: no
 * connection could be made, or none was free; or, of an engine in this process, that
 * nothing of it was done. Such a call may be repeated, whatever it does.
 *
 * @author Quiver
 * @since 0.1
 */
public class NotSentException extends TransientDataAccessResourceException {

	public NotSentException(String message) {
		super(message);
	}

	public NotSentException(String message, Throwable cause) {
		super(message, cause);
	}

}
