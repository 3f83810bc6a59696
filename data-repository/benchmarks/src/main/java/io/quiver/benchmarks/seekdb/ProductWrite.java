package io.quiver.benchmarks.seekdb;

import java.util.List;

/**
 * A way to store products on a server.
 *
 * @author Quiver
 * @since 0.1
 */
interface ProductWrite extends AutoCloseable {

	/**
	 * Save products: those that are there are replaced.
	 * @param products the products
	 */
	void save(List<Product> products);

	@Override
	void close();

}
