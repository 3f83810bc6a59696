package io.quiver.store.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is not as it was written.
 *
 * @author Quiver
 */
final class DamagedException extends IOException {

	DamagedException(Path file, Exception cause) {
		super("'%s' is damaged (%s); restore the directory from a copy".formatted(file, cause.getMessage()), cause);
	}

}
