package io.quiver.store.seekdb;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.store.seekdb.model.Distance;

/**
 * A metric and a range of similarities as the server's distances, of which the smallest
 * is nearest.
 *
 * @param metric the metric
 * @param range the similarities
 * @author Quiver
 */
record SimilarityBounds(Metric metric, SimilarityRange range) {

	/** How far a range itself gives way, at an end that belongs to it or does not. */
	private static final double SEAM = 1e-6;

	static Distance distance(Metric metric) {
		return switch (metric) {
			case EUCLIDEAN -> Distance.L2;
			case COSINE -> Distance.COSINE;
			case INNER_PRODUCT -> Distance.NEGATIVE_INNER_PRODUCT;
		};
	}

	/**
	 * Return the mathematical value that a distance of the server stands for.
	 */
	static double rawScore(Metric metric, double distance) {
		return switch (metric) {
			case EUCLIDEAN -> distance;
			case COSINE -> 1 - distance;
			case INNER_PRODUCT -> -distance;
		};
	}

	/** Whether the nearest rows of all are not the nearest accepted ones. */
	boolean leavesOutNearest() {
		return this.range.upper() < 1 || !this.range.upperInclusive();
	}

	boolean accepts(double rawScore) {
		return this.range.isAll() || this.range.contains(this.metric.toSimilarity(rawScore));
	}

	/**
	 * Return the greatest distance accepted.
	 * @return the distance, infinite if every one is, negatively infinite if none is
	 */
	double farthest() {
		double similarity = this.range.lower() + ((this.range.lowerInclusive()) ? -SEAM : SEAM);
		return (similarity <= 0) ? Double.POSITIVE_INFINITY
				: (similarity >= 1) ? Double.NEGATIVE_INFINITY : distance(similarity);
	}

	/**
	 * Return the least distance accepted.
	 * @return the distance, negatively infinite if every one is, infinite if none is
	 */
	double nearest() {
		double similarity = this.range.upper() + ((this.range.upperInclusive()) ? SEAM : -SEAM);
		return (similarity >= 1) ? Double.NEGATIVE_INFINITY
				: (similarity <= 0) ? Double.POSITIVE_INFINITY : distance(similarity);
	}

	private double distance(double similarity) {
		double raw = this.metric.toRawScore(similarity);
		return switch (this.metric) {
			case EUCLIDEAN -> raw;
			case COSINE -> 1 - raw;
			case INNER_PRODUCT -> -raw;
		};
	}

}
