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

	/** With the policies and meters of the starter. */
	REPOSITORY(RepositoryAccess::new);

	private final IntFunction<ProductAccess> opener;

	ProductSide(IntFunction<ProductAccess> opener) {
		this.opener = opener;
	}

	ProductAccess open(int port) {
		return this.opener.apply(port);
	}

}
