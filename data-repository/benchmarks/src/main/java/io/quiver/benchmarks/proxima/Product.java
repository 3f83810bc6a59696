package io.quiver.benchmarks.proxima;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;

import org.springframework.data.annotation.Id;

/**
 * What all sides store and find. The vectors have length 1, so that nobody has to divide
 * them by it.
 *
 * @param id the number of the row
 * @param title a text
 * @param price a number
 * @param embedding the vector
 * @author Quiver
 * @since 0.1
 */
@VectorCollection(Product.COLLECTION)
record Product(@Id Long id, String title, int price,
		@VectorField(dimension = Product.DIMENSION, metric = Metric.INNER_PRODUCT) float[] embedding) {

	static final String COLLECTION = "products";

	static final int DIMENSION = 384;

	static Product of(long id, float[] embedding) {
		return new Product(id, "The product number " + id + " with a title of some length", (int) (id % 1000),
				embedding);
	}

	/**
	 * A product that was found by hand.
	 *
	 * @param product the product
	 * @param score how near it is
	 */
	record Found(Product product, double score) {

	}

}
