package io.quiver.store.seekdb.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A process that waits for the end of this JVM, however that comes, and then ends the
 * server and deletes what it has written. A shutdown hook would not run when the JVM is
 * killed.
 *
 * @author Quiver
 */
final class Guard {

	/** Ends when its input does, which is when the JVM has gone. */
	private static final String SCRIPT = "cat >/dev/null; kill -9 \"$1\"; sleep 1; rm -rf \"$2\"";

	private final Process process;

	private Guard(Process process) {
		this.process = process;
	}

	static Guard of(Process server, Path directory) {
		try {
			return new Guard(new ProcessBuilder("sh", "-c", SCRIPT, "seekdb-guard", Long.toString(server.pid()),
					directory.toString())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start());
		}
		catch (IOException ex) {
			server.destroyForcibly();
			throw new UncheckedIOException("No guard can be set on the seekdb server", ex);
		}
	}

	/** The server has ended otherwise. */
	void dismiss() {
		this.process.destroyForcibly();
	}

}
