package io.quiver.benchmarks.seekdb;

/**
 * A way to find products on a server.
 *
 * @author Quiver
 * @since 0.1
 */
interface ProductSearch extends AutoCloseable {

	/** How many products are searched for. */
	int TOP = 10;

	/**
	 * Find the nearest products.
	 * @param vector what is searched for
	 * @return the products with their similarities
	 */
	Object nearest(float[] vector);

	/**
	 * Find the nearest products without reading their vectors.
	 * @param vector what is searched for
	 * @return the cards with their similarities
	 */
	Object nearestCards(float[] vector);

	@Override
	void close();

}
