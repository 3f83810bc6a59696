package io.quiver.store.embedded;

import io.quiver.data.core.query.Metric;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * Vectors as Lucene wants them, and Lucene's scores as the mathematical values that they
 * stand for.
 *
 * @author Quiver
 */
final class Vectors {

	private static final double UNIT = 1e-6;

	private Vectors() {
	}

	static VectorSimilarityFunction function(Metric metric) {
		return switch (metric) {
			case EUCLIDEAN -> VectorSimilarityFunction.EUCLIDEAN;
			case COSINE -> VectorSimilarityFunction.DOT_PRODUCT;
			case INNER_PRODUCT -> VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT;
		};
	}

	static boolean indexedAsGiven(Metric metric, float[] vector) {
		return metric != Metric.COSINE || Math.abs(norm(vector) - 1) <= UNIT;
	}

	/**
	 * Return the vector that is compared: under cosine one of unit length.
	 * @param metric the metric
	 * @param vector the vector as given
	 * @return the vector itself or its direction
	 */
	static float[] indexed(Metric metric, float[] vector) {
		if (metric != Metric.COSINE) {
			return vector;
		}
		double norm = norm(vector);
		if (Math.abs(norm - 1) <= UNIT) {
			return vector;
		}
		float[] unit = new float[vector.length];
		for (int i = 0; i < unit.length; i++) {
			unit[i] = (float) (vector[i] / norm);
		}
		return unit;
	}

	static double rawScore(Metric metric, float score) {
		return switch (metric) {
			case EUCLIDEAN -> Math.sqrt(Math.max(0, 1 / (double) score - 1));
			case COSINE -> Math.max(-1, Math.min(1, 2 * (double) score - 1));
			case INNER_PRODUCT -> (score < 1) ? 1 - 1 / (double) score : (double) score - 1;
		};
	}

	private static double norm(float[] vector) {
		double squares = 0;
		for (float component : vector) {
			squares += (double) component * component;
		}
		return Math.sqrt(squares);
	}

}
