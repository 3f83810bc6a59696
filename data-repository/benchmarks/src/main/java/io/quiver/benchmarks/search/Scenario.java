package io.quiver.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.quiver.benchmarks.data.VectorSet;

import org.springframework.util.FileSystemUtils;

/**
 * What is searched.
 *
 * @param directory where vectors and indexes are kept
 * @param rows how many rows there are
 * @param slice which of them qualify
 * @param ef how many candidates are kept, or 0 for the default
 * @author Quiver
 * @since 0.1
 */
public record Scenario(Path directory, int rows, Slice slice, int ef) {

	/** How many neighbours every search wants. */
	public static final int K = 10;

	VectorSet vectors() {
		return VectorSet.in(this.directory, this.rows);
	}

	float[][] queries() {
		return VectorSet.queriesIn(this.directory, this.rows);
	}

	/**
	 * Return a side's index, built if it is not there. One that was begun and not ended
	 * does not count.
	 * @param side the name of the side
	 * @param builder builds it at the path that is given
	 * @return where it is
	 */
	Path index(String side, Builder builder) throws IOException {
		Path index = this.directory.resolve(side + "-" + this.rows);
		if (!Files.exists(index)) {
			Path unfinished = this.directory.resolve(index.getFileName() + ".unfinished");
			FileSystemUtils.deleteRecursively(unfinished);
			builder.build(unfinished, vectors());
			Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE);
		}
		return index;
	}

	/**
	 * Return what a row carries beside its vector: some 600 characters.
	 * @param row the number of the row
	 * @return the text
	 */
	public static String payload(int row) {
		return ("Row " + row + " says that text of this length comes with a vector. ").repeat(10);
	}

	/**
	 * Builds an index.
	 */
	@FunctionalInterface
	interface Builder {

		void build(Path path, VectorSet vectors) throws IOException;

	}

}
