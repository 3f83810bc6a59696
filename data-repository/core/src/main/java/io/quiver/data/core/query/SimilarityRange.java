package io.quiver.data.core.query;

import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.Similarity;

/**
 * The similarities that a search accepts, both ends in [0, 1].
 *
 * @param lower the least similarity
 * @param lowerInclusive whether the least similarity itself is accepted
 * @param upper the greatest similarity
 * @param upperInclusive whether the greatest similarity itself is accepted
 * @author Quiver
 * @since 0.1
 */
public record SimilarityRange(double lower, boolean lowerInclusive, double upper, boolean upperInclusive) {

	/**
	 * Width of the seam at an end: vectors are floats, so that a row that is exactly as
	 * near as asked may be computed a hair to either side.
	 */
	private static final double SEAM = 1e-6;

	private static final SimilarityRange ALL = new SimilarityRange(0, true, 1, true);

	public SimilarityRange {
		if (!(lower >= 0 && upper <= 1 && lower <= upper)) {
			throw new IllegalArgumentException(
					"Similarities must lie in [0, 1], the lower one first, but are %s and %s".formatted(lower, upper));
		}
	}

	/**
	 * Return the range that accepts every similarity.
	 * @return the whole range
	 */
	public static SimilarityRange all() {
		return ALL;
	}

	/**
	 * Return the range from a similarity upwards.
	 * @param lower the least similarity, itself accepted
	 * @return the range
	 */
	public static SimilarityRange atLeast(Similarity lower) {
		return new SimilarityRange(lower.getValue(), true, 1, true);
	}

	/**
	 * Return the range that Spring Data's range of similarities stands for.
	 * @param range a range of similarities; an unbounded end is the end of [0, 1]
	 * @return the range
	 */
	public static SimilarityRange of(Range<? extends Score> range) {
		Bound<? extends Score> lower = range.getLowerBound();
		Bound<? extends Score> upper = range.getUpperBound();
		return new SimilarityRange(lower.getValue().map(Score::getValue).orElse(0d),
				lower.isInclusive() || !lower.isBounded(), upper.getValue().map(Score::getValue).orElse(1d),
				upper.isInclusive() || !upper.isBounded());
	}

	/**
	 * Return whether nothing is excluded.
	 * @return whether every similarity is accepted
	 */
	public boolean isAll() {
		return this.lower == 0 && this.lowerInclusive && this.upper == 1 && this.upperInclusive;
	}

	/**
	 * Return whether a similarity is accepted.
	 * @param similarity the similarity in [0, 1]
	 * @return whether it lies in this range
	 */
	public boolean contains(double similarity) {
		return ((this.lowerInclusive) ? similarity >= this.lower - SEAM : similarity > this.lower + SEAM)
				&& ((this.upperInclusive) ? similarity <= this.upper + SEAM : similarity < this.upper - SEAM);
	}

}
