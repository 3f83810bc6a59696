package io.quiver.benchmarks.seekdb;

import java.util.function.Function;

/**
 * Who searches.
 *
 * @author Quiver
 * @since 0.1
 */
public enum SearchSide {

	/** JDBC by hand. */
	HAND((url) -> new HandAccess(url, WriteSide.CHUNK, VectorBinding.BYTES)),

	/** The client of the store. */
	CLIENT(ClientAccess::new),

	/** The repository, with the policies and meters of the starter. */
	REPOSITORY(RepositoryAccess::new);

	private final Function<String, ProductSearch> opener;

	SearchSide(Function<String, ProductSearch> opener) {
		this.opener = opener;
	}

	ProductSearch open(String url) {
		return this.opener.apply(url);
	}

}
