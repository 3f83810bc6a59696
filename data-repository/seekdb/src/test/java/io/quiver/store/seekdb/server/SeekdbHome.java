package io.quiver.store.seekdb.server;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Where the server is installed.
 *
 * @param folder the folder that holds the executable {@code seekdb} and its library
 * @author Quiver
 */
record SeekdbHome(Path folder) {

	private static final String MISSING = """
			%s, so the tests of the seekdb store cannot run.
			Run ".ci/seekdb" in the project's root: it installs the server and prints its folder. Give that folder in the
			environment variable SEEKDB_HOME or in the system property "test.seekdb.home".""";

	/**
	 * Find the server that the build was told about.
	 * @return its home
	 * @throws IllegalStateException if there is none and it is required: in CI, or with
	 * {@code -Dtest.servers=required}
	 * @throws TestAbortedException if there is none otherwise, after saying so loudly
	 */
	static SeekdbHome find() {
		boolean required = "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("test.servers"));
		return find(System.getProperty("test.seekdb.home", System.getenv("SEEKDB_HOME")), required);
	}

	static SeekdbHome find(@Nullable String folder, boolean required) {
		if (folder != null && !folder.isBlank() && Files.isExecutable(Path.of(folder, "seekdb"))) {
			return new SeekdbHome(Path.of(folder).toAbsolutePath());
		}
		String message = MISSING.formatted((folder != null && !folder.isBlank())
				? "There is no seekdb server in '" + folder + "'" : "No seekdb server is named");
		if (required) {
			throw new IllegalStateException(message);
		}
		System.err.println("\n*** " + message + "\n");
		throw new TestAbortedException(message);
	}

	/** The path of the executable. */
	String executable() {
		return this.folder.resolve("seekdb").toString();
	}

}
