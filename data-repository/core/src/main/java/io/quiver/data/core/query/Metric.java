package io.quiver.data.core.query;

import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.domain.VectorScoringFunctions;

/**
 * How two vectors of one dimension are compared. A metric has a <em>raw score</em>, the
 * mathematical value that a textbook gives, and a <em>similarity</em> in [0, 1], which
 * means the same on every store.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Metric {

	/**
	 * Euclidean distance {@code d}, not squared: the smaller raw score is nearer. The
	 * similarity is {@code 1 / (1 + d²)}.
	 */
	EUCLIDEAN(VectorScoringFunctions.EUCLIDEAN),

	/**
	 * Cosine of the angle between the vectors, in [-1, 1]: the larger raw score is
	 * nearer. The similarity is {@code (1 + cos) / 2}. A zero vector has no direction and
	 * is refused.
	 */
	COSINE(VectorScoringFunctions.COSINE),

	/**
	 * Inner product {@code ip}, unbounded: the larger raw score is nearer. The similarity
	 * is {@code (1 + ip / (1 + |ip|)) / 2}.
	 */
	INNER_PRODUCT(VectorScoringFunctions.DOT_PRODUCT);

	private final VectorScoringFunctions scoringFunction;

	Metric(VectorScoringFunctions scoringFunction) {
		this.scoringFunction = scoringFunction;
	}

	/**
	 * Return Spring Data's name for this metric.
	 * @return the scoring function carried by the scores of a search
	 */
	public ScoringFunction scoringFunction() {
		return this.scoringFunction;
	}

	/**
	 * Return the similarity that a raw score stands for.
	 * @param rawScore the mathematical value
	 * @return the similarity in [0, 1]; rounding beyond the ends is cut off
	 */
	public double toSimilarity(double rawScore) {
		double similarity = switch (this) {
			case EUCLIDEAN -> 1 / (1 + rawScore * rawScore);
			case COSINE -> (1 + rawScore) / 2;
			case INNER_PRODUCT -> (1 + rawScore / (1 + Math.abs(rawScore))) / 2;
		};
		return Math.max(0, Math.min(1, similarity));
	}

	/**
	 * Return the raw score that a similarity stands for, the inverse of
	 * {@link #toSimilarity}.
	 * @param similarity the similarity in [0, 1]
	 * @return the mathematical value; infinite at the ends of an unbounded metric
	 */
	public double toRawScore(double similarity) {
		return switch (this) {
			case EUCLIDEAN -> Math.sqrt(1 / similarity - 1);
			case COSINE -> 2 * similarity - 1;
			case INNER_PRODUCT -> {
				double signed = 2 * similarity - 1;
				yield signed / (1 - Math.abs(signed));
			}
		};
	}

	/**
	 * Return the raw score of two vectors, computed exactly: the meaning that every store
	 * is held to.
	 * @param left one vector
	 * @param right the other, of the same dimension
	 * @return the mathematical value
	 */
	public double rawScore(float[] left, float[] right) {
		double dot = 0;
		double leftSquares = 0;
		double rightSquares = 0;
		double squaredDistance = 0;
		for (int i = 0; i < left.length; i++) {
			double difference = (double) left[i] - right[i];
			dot += (double) left[i] * right[i];
			leftSquares += (double) left[i] * left[i];
			rightSquares += (double) right[i] * right[i];
			squaredDistance += difference * difference;
		}
		return switch (this) {
			case EUCLIDEAN -> Math.sqrt(squaredDistance);
			case COSINE -> dot / Math.sqrt(leftSquares * rightSquares);
			case INNER_PRODUCT -> dot;
		};
	}

	/**
	 * Return the metric behind Spring Data's scoring function.
	 * @param function the function that a score carries
	 * @return the metric
	 * @throws IllegalArgumentException if no metric stands behind the function
	 */
	public static Metric of(ScoringFunction function) {
		for (Metric metric : values()) {
			if (metric.scoringFunction.equals(function)) {
				return metric;
			}
		}
		throw new IllegalArgumentException("No metric stands behind scoring function '%s'; use %s, %s or %s".formatted(
				function.getName(), VectorScoringFunctions.EUCLIDEAN, VectorScoringFunctions.COSINE,
				VectorScoringFunctions.DOT_PRODUCT));
	}

}
