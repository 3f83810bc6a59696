package io.quiver.store.embedded.log;

import java.io.IOException;

/**
 * Takes the records of a log, in their order.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface Replay {

	/**
	 * Take one record.
	 * @param record the bytes as appended
	 * @throws IOException if it cannot be applied
	 */
	void apply(byte[] record) throws IOException;

}
