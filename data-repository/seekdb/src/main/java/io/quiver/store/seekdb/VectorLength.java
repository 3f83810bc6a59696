package io.quiver.store.seekdb;

import io.quiver.store.seekdb.model.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * How long a vector may be. The server adds up squares in single precision: where the sum
 * is too large, every search of the table fails as long as that row is in it, and where
 * it vanishes, a distance is undefined or 0.
 *
 * @author Quiver
 */
final class VectorLength {

	/** Half of what would do, so that the difference of two vectors does as well. */
	private static final double LONGEST = 9e18;

	/** Squares of 4,096 elements that are alike keep all their digits. */
	private static final double SHORTEST = 1e-17;

	private VectorLength() {
	}

	/**
	 * Say what stands against a vector.
	 * @param cosine whether it is compared by its direction
	 * @return what its column does not take, never the vector itself, or {@code null}
	 */
	static @Nullable String problem(float[] vector, boolean cosine) {
		return problem(squares(vector), cosine);
	}

	/** Four sums side by side take a quarter of the time of one. */
	private static double squares(float[] vector) {
		double first = 0;
		double second = 0;
		double third = 0;
		double fourth = 0;
		int place = vector.length % 4;
		for (int i = 0; i < place; i++) {
			first += square(vector[i]);
		}
		for (; place < vector.length; place += 4) {
			first += square(vector[place]);
			second += square(vector[place + 1]);
			third += square(vector[place + 2]);
			fourth += square(vector[place + 3]);
		}
		return first + second + third + fourth;
	}

	private static double square(double element) {
		return element * element;
	}

	/**
	 * Say what stands against a vector that is compared by the inner product.
	 */
	static @Nullable String problem(SparseVector vector) {
		double squares = 0;
		for (double element : vector.elements().values()) {
			squares += element * element;
		}
		return problem(squares, false);
	}

	private static @Nullable String problem(double squares, boolean cosine) {
		if (!Double.isFinite(squares)) {
			return "takes no vector with a component that is not finite";
		}
		if (squares > LONGEST * LONGEST) {
			return "takes no vector longer than " + LONGEST + ", whose distances seekdb cannot compute: scale it";
		}
		if (cosine && squares == 0) {
			return "takes no zero vector, since it has no direction under COSINE";
		}
		return (cosine && squares < SHORTEST * SHORTEST)
				? "takes no vector shorter than " + SHORTEST + " under COSINE, whose direction seekdb loses: scale it"
				: null;
	}

}
