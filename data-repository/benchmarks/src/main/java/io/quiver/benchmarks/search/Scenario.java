package io.quiver.benchmarks.search;

import java.nio.file.Path;

import io.quiver.benchmarks.data.VectorSet;

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
	 * Return the directory of a side's index.
	 * @param side the name of the side
	 * @return the directory, which need not exist
	 */
	Path index(String side) {
		return this.directory.resolve(side + "-" + this.rows);
	}

	/**
	 * Return what a row carries beside its vector: some 600 characters.
	 * @param row the number of the row
	 * @return the text
	 */
	public static String payload(int row) {
		return ("Row " + row + " says that text of this length comes with a vector. ").repeat(10);
	}

}
