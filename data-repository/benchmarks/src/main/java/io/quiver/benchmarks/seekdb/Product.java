package io.quiver.benchmarks.seekdb;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;

import org.springframework.data.annotation.Id;

/**
 * What all sides store and find.
 *
 * @param id the number of the row
 * @param title a text
 * @param price a number
 * @param embedding the vector
 * @author Quiver
 * @since 0.1
 */
@VectorCollection(Product.TABLE)
record Product(@Id Long id, String title, int price,
		@VectorField(dimension = Product.DIMENSION, metric = Metric.COSINE) float[] embedding) {

	static final String TABLE = "products";

	static final int DIMENSION = 384;

	static Product of(long id, float[] embedding) {
		return new Product(id, "The product number " + id + " with a title of some length", (int) (id % 1000),
				embedding);
	}

	/**
	 * A product without its vector.
	 *
	 * @param id the number of the row
	 * @param title a text
	 * @param price a number
	 */
	record Card(Long id, String title, int price) {
	}

	/**
	 * What was found by hand.
	 *
	 * @param content the product, or its card
	 * @param similarity how near it is, from 0 to 1
	 * @param <T> which of them
	 */
	record Found<T>(T content, double similarity) {
	}

}
