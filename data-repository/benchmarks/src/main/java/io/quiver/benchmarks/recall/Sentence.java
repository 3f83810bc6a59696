package io.quiver.benchmarks.recall;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;

import org.springframework.data.annotation.Id;

/**
 * What the stores hold: the same vector once for each metric.
 *
 * @param id the number of the row
 * @param cosine the vector, compared by its angle
 * @param product the vector, compared by the inner product
 * @param distance the vector, compared by the Euclidean distance
 * @author Quiver
 */
@VectorCollection("sentences")
record Sentence(@Id Integer id, @VectorField(dimension = 384) float[] cosine,
		@VectorField(dimension = 384, metric = Metric.INNER_PRODUCT) float[] product,
		@VectorField(dimension = 384, metric = Metric.EUCLIDEAN) float[] distance) {

	static final String COLLECTION = "sentences";

	static Sentence of(int id, float[] vector) {
		return new Sentence(id, vector, vector, vector);
	}

	static String property(Metric metric) {
		return switch (metric) {
			case COSINE -> "cosine";
			case INNER_PRODUCT -> "product";
			case EUCLIDEAN -> "distance";
		};
	}

	/**
	 * What is read of a sentence that was found.
	 *
	 * @param id the number of the row
	 */
	record Found(Integer id) {

	}

}
