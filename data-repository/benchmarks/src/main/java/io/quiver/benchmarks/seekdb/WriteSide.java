package io.quiver.benchmarks.seekdb;

import java.util.function.Function;

/**
 * Who writes.
 *
 * @author Quiver
 * @since 0.1
 */
public enum WriteSide {

	/** JDBC by hand, a statement for each row. */
	ROW_BY_ROW((url) -> new HandAccess(url, 1, VectorBinding.BYTES)),

	/** JDBC by hand, a statement for many rows. */
	HAND((url) -> new HandAccess(url, WriteSide.CHUNK, VectorBinding.BYTES)),

	/** The same with vectors as text, as the server's documentation has them. */
	HAND_TEXT((url) -> new HandAccess(url, WriteSide.CHUNK, VectorBinding.TEXT)),

	/** The repository, with the policies and meters of the starter. */
	REPOSITORY(RepositoryAccess::new);

	/**
	 * Of 100, 500 and 1,000 rows in a statement, what was fastest on heap (README of
	 * seekdb, section 5).
	 */
	static final int CHUNK = 500;

	private final Function<String, ProductWrite> opener;

	WriteSide(Function<String, ProductWrite> opener) {
		this.opener = opener;
	}

	ProductWrite open(String url) {
		return this.opener.apply(url);
	}

}
