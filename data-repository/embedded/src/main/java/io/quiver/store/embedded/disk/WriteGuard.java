package io.quiver.store.embedded.disk;

import java.io.IOException;

/**
 * Asked before bytes go to a file. Tests fill the disk with it.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface WriteGuard {

	/**
	 * Allow or refuse a write.
	 * @param bytes how many bytes are to be written
	 * @throws IOException if there is no room for them
	 */
	void beforeWrite(long bytes) throws IOException;

	static WriteGuard none() {
		return (bytes) -> {
		};
	}

}
