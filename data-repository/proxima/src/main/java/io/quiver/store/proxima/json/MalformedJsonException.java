package io.quiver.store.proxima.json;

/**
 * A text is not the JSON that it should be.
 *
 * @author Quiver
 */
public class MalformedJsonException extends RuntimeException {

	public MalformedJsonException(String message) {
		super(message);
	}

}
