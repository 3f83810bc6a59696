package io.quiver.store.embedded.log;

import java.io.IOException;

/**
 * A log that lost something it must not lose: not the end that a crash may cut off.
 *
 * @author Quiver
 * @since 0.1
 */
public final class CorruptLogException extends IOException {

	CorruptLogException(String message) {
		super(message);
	}

}
