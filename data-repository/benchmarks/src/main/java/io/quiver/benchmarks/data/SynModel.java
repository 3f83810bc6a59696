package io.quiver.benchmarks.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Model of sentence embeddings from which rows are drawn: a common mean, topics,
 * sub-topics of Zipf-distributed size, per sub-topic a few of many shared latent factors,
 * and a little noise in every direction. All of it follows a power-law spectrum in a
 * random basis. The constants are tuned so that {@link Statistics} come out as those of
 * real sentence embeddings.
 *
 * @author Quiver
 * @since 0.1
 */
final class SynModel {

	static final int DIMENSION = 384;

	private static final int TOPICS = 80;

	private static final int SUB_TOPICS = 3000;

	private static final int FACTORS = 600;

	private static final int FACTORS_OF_SUB_TOPIC = 24;

	private final Tuning tuning;

	private final long seed;

	private final float[] deviations = new float[DIMENSION];

	private final float[][] basis;

	private final float[][] centres = new float[SUB_TOPICS][];

	private final double[] cumulated = new double[SUB_TOPICS];

	private final float[][] factors = new float[FACTORS][];

	private final int[][] factorsOf = new int[SUB_TOPICS][FACTORS_OF_SUB_TOPIC];

	SynModel(long seed, Tuning tuning) {
		this.seed = seed;
		this.tuning = tuning;
		SplittableRandom random = new SplittableRandom(seed);
		double sum = 0;
		for (int i = 0; i < DIMENSION; i++) {
			sum += Math.pow(i + 1, -tuning.spectrum());
		}
		for (int i = 0; i < DIMENSION; i++) {
			this.deviations[i] = (float) Math.sqrt(Math.pow(i + 1, -tuning.spectrum()) / sum);
		}
		this.basis = orthonormal(random);
		float[] mean = unit(draw(random));
		float[][] topics = new float[TOPICS][];
		for (int i = 0; i < TOPICS; i++) {
			topics[i] = draw(random);
		}
		for (int i = 0; i < FACTORS; i++) {
			this.factors[i] = draw(random);
		}
		double total = 0;
		for (int i = 0; i < SUB_TOPICS; i++) {
			float[] centre = new float[DIMENSION];
			add(centre, mean, tuning.mean());
			add(centre, topics[random.nextInt(TOPICS)], tuning.topic());
			add(centre, draw(random), tuning.subTopic());
			this.centres[i] = centre;
			for (int j = 0; j < FACTORS_OF_SUB_TOPIC; j++) {
				this.factorsOf[i][j] = random.nextInt(FACTORS);
			}
			total += Math.pow(i + 1, -tuning.zipf());
			this.cumulated[i] = total;
		}
	}

	/**
	 * Draw one row. It depends on nothing but the seed and its number, so that rows can
	 * be drawn in any order by any number of threads.
	 * @param number the number of the row
	 * @return a vector of length 1
	 */
	float[] row(long number) {
		RandomGenerator random = new SplittableRandom(mix(this.seed, number));
		int subTopic = subTopic(random.nextDouble() * this.cumulated[SUB_TOPICS - 1]);
		float[] row = this.centres[subTopic].clone();
		double scale = this.tuning.factor() * Math.sqrt(gamma(random, this.tuning.shape()) / this.tuning.shape());
		double decay = 1;
		for (int factor : this.factorsOf[subTopic]) {
			add(row, this.factors[factor], scale * decay * random.nextGaussian());
			decay *= this.tuning.decay();
		}
		add(row, draw(random), this.tuning.noise());
		return unit(rotate(unit(row)));
	}

	private int subTopic(double at) {
		int low = 0;
		int high = SUB_TOPICS - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.cumulated[middle] < at) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private float[] draw(RandomGenerator random) {
		float[] vector = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			vector[i] = (float) (this.deviations[i] * random.nextGaussian());
		}
		return vector;
	}

	private float[] rotate(float[] vector) {
		float[] rotated = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			add(rotated, this.basis[i], vector[i]);
		}
		return rotated;
	}

	private static float[][] orthonormal(RandomGenerator random) {
		float[][] basis = new float[DIMENSION][DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			for (int j = 0; j < DIMENSION; j++) {
				basis[i][j] = (float) random.nextGaussian();
			}
			for (int j = 0; j < i; j++) {
				add(basis[i], basis[j], -dot(basis[i], basis[j]));
			}
			unit(basis[i]);
		}
		return basis;
	}

	private static double gamma(RandomGenerator random, int shape) {
		double sum = 0;
		for (int i = 0; i < shape; i++) {
			sum += random.nextExponential();
		}
		return sum;
	}

	private static void add(float[] to, float[] vector, double weight) {
		float factor = (float) weight;
		for (int i = 0; i < to.length; i++) {
			to[i] += factor * vector[i];
		}
	}

	private static double dot(float[] a, float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	private static float[] unit(float[] vector) {
		float factor = (float) (1 / Math.sqrt(dot(vector, vector)));
		for (int i = 0; i < vector.length; i++) {
			vector[i] *= factor;
		}
		return vector;
	}

	private static long mix(long seed, long number) {
		long mixed = seed + number * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		return mixed ^ (mixed >>> 27);
	}

	/**
	 * How much each part counts.
	 *
	 * @param spectrum exponent of the power law
	 * @param mean length of the common mean
	 * @param topic length of a topic
	 * @param subTopic length of a sub-topic
	 * @param factor length of the first factor
	 * @param decay how much less each further factor counts
	 * @param shape shape of the gamma distribution of the spread of single rows
	 * @param noise length of the noise
	 * @param zipf exponent of the sizes of sub-topics
	 */
	record Tuning(double spectrum, double mean, double topic, double subTopic, double factor, double decay, int shape,
			double noise, double zipf) {
	}

}
