package io.quiver.benchmarks.recall;

/**
 * By how much similarities of the same rows differ.
 *
 * @param pairs how many were compared
 * @param largest the largest difference
 * @author Quiver
 * @since 0.1
 */
public record Difference(long pairs, double largest) {

	static final Difference NONE = new Difference(0, 0);

	Difference and(double difference) {
		return new Difference(this.pairs + 1, Math.max(this.largest, Math.abs(difference)));
	}

	Difference and(Difference other) {
		return new Difference(this.pairs + other.pairs, Math.max(this.largest, other.largest));
	}

}
