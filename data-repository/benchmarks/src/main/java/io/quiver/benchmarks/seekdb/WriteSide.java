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
	ROW_BY_ROW((url) -> new HandAccess(url, 1)),

	/** JDBC by hand, a statement for many rows. */
	HAND((url) -> new HandAccess(url, WriteSide.CHUNK)),

	/** The repository, with the policies and meters of the starter. */
	REPOSITORY(RepositoryAccess::new);

	/** Fewer rows in a statement are slower, more are not faster. */
	static final int CHUNK = 500;

	private final Function<String, ProductWrite> opener;

	WriteSide(Function<String, ProductWrite> opener) {
		this.opener = opener;
	}

	ProductWrite open(String url) {
		return this.opener.apply(url);
	}

}
