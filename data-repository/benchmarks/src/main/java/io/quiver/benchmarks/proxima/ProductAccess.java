package io.quiver.benchmarks.proxima;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A way to products on a server.
 *
 * @author Quiver
 * @since 0.1
 */
interface ProductAccess extends AutoCloseable {

	/** How many products are searched for. */
	int TOP = 10;

	/** How long a call may take, in seconds; as the starter has it. */
	int SEARCH_SECONDS = 2;

	int WRITE_SECONDS = 10;

	/**
	 * Find the nearest products.
	 * @param vector what is searched for
	 * @return the products with their scores
	 */
	Object nearest(float[] vector);

	CompletableFuture<?> nearestAsync(float[] vector);

	/**
	 * Save products: those that are there are replaced.
	 * @param products the products
	 */
	void save(List<Product> products);

	@Override
	void close();

}
