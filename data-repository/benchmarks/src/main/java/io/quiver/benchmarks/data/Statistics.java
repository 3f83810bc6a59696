package io.quiver.benchmarks.data;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What makes a set of vectors easy or hard to search.
 *
 * @param pairCosine the mean cosine of random pairs
 * @param pairDeviation the standard deviation of that cosine
 * @param cosine1 the mean cosine of a query and its nearest row
 * @param cosine10 the mean cosine of a query and its tenth nearest row
 * @param localDimension the local intrinsic dimensionality, by maximum likelihood over
 * 100 neighbours
 * @param axes50 how many principal axes hold half of the variance
 * @param axes90 how many hold nine tenths of it
 * @author Quiver
 * @since 0.1
 */
public record Statistics(double pairCosine, double pairDeviation, double cosine1, double cosine10,
		double localDimension, int axes50, int axes90) {

	private static final int PAIRS = 100_000;

	private static final int NEIGHBOURS = 100;

	private static final int SAMPLE = 10_000;

	public static Statistics of(VectorSet vectors) {
		float[][] rows = vectors.rows();
		SplittableRandom random = new SplittableRandom(1);
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < PAIRS; i++) {
			double cosine = dot(rows[random.nextInt(rows.length)], rows[random.nextInt(rows.length)]);
			sum += cosine;
			squares += cosine * cosine;
		}
		double mean = sum / PAIRS;
		Neighbours nearest = Neighbours.of(vectors, NEIGHBOURS, (row) -> true);
		double[] share = PrincipalAxes.shares(rows, Math.min(rows.length, SAMPLE));
		return new Statistics(mean, Math.sqrt(squares / PAIRS - mean * mean), nearest.meanSimilarity(0),
				nearest.meanSimilarity(9), localDimension(nearest), axes(share, 0.5), axes(share, 0.9));
	}

	private static double localDimension(Neighbours nearest) {
		double sum = 0;
		for (float[] similarities : nearest.similarities()) {
			double last = distance(similarities[similarities.length - 1]);
			double logs = 0;
			for (int i = 0; i < similarities.length - 1; i++) {
				logs += Math.log(last / Math.max(distance(similarities[i]), 1e-6));
			}
			sum += (similarities.length - 1) / logs;
		}
		return sum / nearest.similarities().length;
	}

	private static double distance(double cosine) {
		return Math.sqrt(Math.max(2 - 2 * cosine, 0));
	}

	private static int axes(double[] shares, double wanted) {
		double sum = 0;
		int axes = 0;
		while (sum < wanted) {
			sum += shares[axes++];
		}
		return axes;
	}

	private static double dot(float[] a, float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT,
				"pair cosine %.3f +- %.3f, cosine@1 %.3f, @10 %.3f, local dimension %.1f, axes 50 %% / 90 %% %d / %d",
				this.pairCosine, this.pairDeviation, this.cosine1, this.cosine10, this.localDimension, this.axes50,
				this.axes90);
	}

}
