package io.quiver.store.proxima.wire;

import org.springframework.core.NestedExceptionUtils;

/**
 * The innermost cause of a failure, which often is all that says what it was.
 *
 * @author Quiver
 */
public final class RootCause {

	private RootCause() {
	}

	/**
	 * Put the innermost cause into words.
	 * @param failure the failure
	 * @return the name of its class, and its message if it has one
	 */
	public static String of(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		String type = cause.getClass().getSimpleName();
		return (cause.getMessage() != null) ? type + ": " + cause.getMessage() : type;
	}

}
