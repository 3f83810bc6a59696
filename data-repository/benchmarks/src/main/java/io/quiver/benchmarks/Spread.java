package io.quiver.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Several measurements of the same.
 *
 * @param median the one in the middle
 * @param min the smallest
 * @param max the largest
 * @author Quiver
 * @since 0.1
 */
record Spread(double median, double min, double max) {

	static Spread of(List<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 != 0) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(median, sorted[0], sorted[sorted.length - 1]);
	}

	@Override
	public String toString() {
		return number(this.median) + " (" + number(this.min) + "..." + number(this.max) + ")";
	}

	static String number(double value) {
		int digits = (Math.abs(value) < 10) ? 2 : (Math.abs(value) < 1000) ? 1 : 0;
		return String.format(Locale.ROOT, "%." + digits + "f", value);
	}

}
