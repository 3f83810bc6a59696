package io.quiver.store.embedded.disk;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

import org.apache.lucene.util.ThreadInterruptedException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what an interrupt would break, and gives the interrupt back afterwards: an
 * interrupted caller must not close a channel that everybody uses.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Uninterrupted {

	private Uninterrupted() {
	}

	/**
	 * Run an action, again if an interrupt ended it.
	 * @param <T> the type of the result
	 * @param action what may be run more than once
	 * @return its result
	 * @throws IOException if the action fails for another reason
	 */
	public static <T extends @Nullable Object> T call(Action<T> action) throws IOException {
		boolean interrupted = Thread.interrupted();
		try {
			while (true) {
				try {
					return action.run();
				}
				catch (IOException | ThreadInterruptedException ex) {
					// Lucene hides what a channel says of its end, so that only the flag
					// tells
					boolean ended = Thread.interrupted() || ex instanceof ClosedByInterruptException
							|| ex instanceof ThreadInterruptedException;
					if (!ended) {
						throw ex;
					}
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * What is run.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	public interface Action<T extends @Nullable Object> {

		T run() throws IOException;

	}

}
