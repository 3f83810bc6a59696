package io.quiver.store.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

import org.apache.lucene.store.Directory;

/**
 * Sizes of files that a merge may delete meanwhile.
 *
 * @author Quiver
 */
final class Sizes {

	private Sizes() {
	}

	static long of(Directory directory, String file) throws IOException {
		try {
			return directory.fileLength(file);
		}
		catch (NoSuchFileException | FileNotFoundException ex) {
			return 0;
		}
	}

}
