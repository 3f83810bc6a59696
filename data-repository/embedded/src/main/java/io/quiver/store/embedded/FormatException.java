package io.quiver.store.embedded;

/**
 * Stored bytes that are not of our format.
 *
 * @author Quiver
 */
final class FormatException extends RuntimeException {

	FormatException(String message) {
		super(message);
	}

}
