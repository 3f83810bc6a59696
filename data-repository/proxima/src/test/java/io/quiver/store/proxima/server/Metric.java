package io.quiver.store.proxima.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far vectors are from each other: the smaller a score, the nearer. All arithmetic is
 * that of 32-bit floats, element after element.
 *
 * @author Quiver
 */
enum Metric {

	SQUARED_EUCLIDEAN("SquaredEuclidean"),

	EUCLIDEAN("Euclidean"),

	INNER_PRODUCT("InnerProduct"),

	HAMMING("Hamming");

	private final String wire;

	Metric(String wire) {
		this.wire = wire;
	}

	static Optional<Metric> of(String wire) {
		return Arrays.stream(values()).filter((metric) -> metric.wire.equals(wire)).findAny();
	}

	boolean fits(VectorType type) {
		return type.binary() == (this == HAMMING);
	}

	float score(float[] left, float[] right) {
		return switch (this) {
			case SQUARED_EUCLIDEAN, HAMMING -> squaredDistance(left, right);
			case EUCLIDEAN -> (float) Math.sqrt(squaredDistance(left, right));
			case INNER_PRODUCT -> -product(left, right);
		};
	}

	private static float squaredDistance(float[] left, float[] right) {
		float sum = 0;
		for (int i = 0; i < left.length; i++) {
			float difference = left[i] - right[i];
			sum += difference * difference;
		}
		return sum;
	}

	private static float product(float[] left, float[] right) {
		float sum = 0;
		for (int i = 0; i < left.length; i++) {
			sum += left[i] * right[i];
		}
		return sum;
	}

}
