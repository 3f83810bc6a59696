package io.quiver.benchmarks.proxima;

import java.util.function.IntFunction;

/**
 * Who makes the calls.
 *
 * @author Quiver
 * @since 0.1
 */
public enum ProductSide {

	STUB(StubAccess::new),

	CLIENT(ClientAccess::new),

	REPOSITORY(RepositoryAccess::new);

	private final IntFunction<ProductAccess> opener;

	ProductSide(IntFunction<ProductAccess> opener) {
		this.opener = opener;
	}

	ProductAccess open(int port) {
		return this.opener.apply(port);
	}

}
