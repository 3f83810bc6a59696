package io.quiver.benchmarks.proxima;

import java.util.function.IntFunction;

/**
 * Who makes the calls.
 *
 * @author Quiver
 * @since 0.1
 */
public enum ProductSide {

	/** By hand. */
	STUB(StubAccess::new),

	/** As the repository's. */
	CLIENT(ClientAccess::new),

	/** With the policies of the starter, and meters of the store's calls. */
	REPOSITORY((port) -> new RepositoryAccess(ProductApplication.start(port))),

	/** With all meters of Boot, too. */
	REPOSITORY_METERED((port) -> new RepositoryAccess(ProductApplication.startMetered(port)));

	private final IntFunction<ProductAccess> opener;

	ProductSide(IntFunction<ProductAccess> opener) {
		this.opener = opener;
	}

	ProductAccess open(int port) {
		return this.opener.apply(port);
	}

}
