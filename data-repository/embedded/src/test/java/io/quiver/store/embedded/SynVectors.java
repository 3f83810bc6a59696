package io.quiver.store.embedded;

import java.util.Arrays;
import java.util.Random;

/**
 * Vectors that lie as embeddings of short texts do: a common mean, topics with sub-topics
 * of very different sizes, in each a few of many shared directions, and a little noise,
 * all drawn from a spectrum that falls by a power. Always the same for one seed.
 *
 * @author Quiver
 */
final class SynVectors {

	private static final int TOPICS = 80;

	private static final int SUB_TOPICS = 3000;

	private static final int FACTORS = 600;

	private static final int OWN_FACTORS = 24;

	private final int dimension;

	private final double[] spectrum;

	private final float[] mean;

	private final float[][] topics;

	private final float[][] subTopics;

	private final int[][] factorsOf;

	private final float[][] scalesOf;

	private final float[][] factors;

	private final double[] cumulated = new double[SUB_TOPICS];

	private final Random random;

	SynVectors(int dimension, long seed) {
		this.dimension = dimension;
		this.random = new Random(seed);
		this.spectrum = spectrum(dimension);
		this.mean = scaled(drawn(), 0.3);
		this.topics = drawn(TOPICS, 0.35);
		this.subTopics = drawn(SUB_TOPICS, 0.62);
		this.factors = drawn(FACTORS, 1);
		this.factorsOf = new int[SUB_TOPICS][OWN_FACTORS];
		this.scalesOf = new float[SUB_TOPICS][OWN_FACTORS];
		double sum = 0;
		for (int sub = 0; sub < SUB_TOPICS; sub++) {
			sum += 1 / Math.pow(sub + 1d, 0.8);
			this.cumulated[sub] = sum;
			double size = gamma();
			for (int i = 0; i < OWN_FACTORS; i++) {
				this.factorsOf[sub][i] = this.random.nextInt(FACTORS);
				this.scalesOf[sub][i] = (float) (0.17 * size / Math.sqrt(1 + i / 6d));
			}
		}
	}

	/**
	 * Return the next vector, of unit length.
	 */
	float[] next() {
		int sub = subTopic();
		float[] vector = this.mean.clone();
		add(vector, this.topics[sub % TOPICS], 1);
		add(vector, this.subTopics[sub], 1);
		for (int i = 0; i < OWN_FACTORS; i++) {
			add(vector, this.factors[this.factorsOf[sub][i]], this.scalesOf[sub][i] * this.random.nextGaussian());
		}
		add(vector, drawn(), 0.2);
		return scaled(vector, 1);
	}

	float[][] next(int count) {
		float[][] vectors = new float[count][];
		for (int i = 0; i < count; i++) {
			vectors[i] = next();
		}
		return vectors;
	}

	private int subTopic() {
		double place = this.random.nextDouble() * this.cumulated[SUB_TOPICS - 1];
		int found = Arrays.binarySearch(this.cumulated, place);
		return (found >= 0) ? found : -found - 1;
	}

	private float[][] drawn(int count, double length) {
		float[][] vectors = new float[count][];
		for (int i = 0; i < count; i++) {
			vectors[i] = scaled(drawn(), length);
		}
		return vectors;
	}

	/** A direction of unit length on average, more along the first axes than the last. */
	private float[] drawn() {
		float[] vector = new float[this.dimension];
		for (int i = 0; i < this.dimension; i++) {
			vector[i] = (float) (this.random.nextGaussian() * this.spectrum[i]);
		}
		return vector;
	}

	/** Sum of two exponentials' shape: 1 at best, a third or so at worst. */
	private double gamma() {
		return 0.7 - 0.25 * Math.log(1 - this.random.nextDouble());
	}

	/**
	 * A random basis changes neither lengths nor angles, so that the axes are as good as
	 * any; they are only shuffled.
	 */
	private double[] spectrum(int dimension) {
		double[] falling = new double[dimension];
		double squares = 0;
		for (int i = 0; i < dimension; i++) {
			falling[i] = Math.pow(i + 8d, -0.45);
			squares += falling[i] * falling[i];
		}
		for (int i = dimension - 1; i >= 0; i--) {
			int other = this.random.nextInt(i + 1);
			double swapped = falling[i];
			falling[i] = falling[other] / Math.sqrt(squares);
			falling[other] = swapped;
		}
		return falling;
	}

	private static void add(float[] vector, float[] other, double factor) {
		for (int i = 0; i < vector.length; i++) {
			vector[i] += (float) (factor * other[i]);
		}
	}

	private static float[] scaled(float[] vector, double length) {
		double squares = 0;
		for (float component : vector) {
			squares += component * component;
		}
		float[] result = new float[vector.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = (float) (vector[i] * length / Math.sqrt(squares));
		}
		return result;
	}

}
