package io.quiver.benchmarks.data;

import java.util.Arrays;

/**
 * The principal axes of vectors, by Jacobi's rotations of the covariance matrix.
 *
 * @author Quiver
 * @since 0.1
 */
final class PrincipalAxes {

	private static final int SWEEPS = 6;

	private PrincipalAxes() {
	}

	/**
	 * Return how much of the variance lies along each axis.
	 * @param rows the vectors
	 * @param sample how many of them to look at
	 * @return the shares, largest first
	 */
	static double[] shares(float[][] rows, int sample) {
		double[][] matrix = covariance(rows, sample);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int p = 0; p < matrix.length; p++) {
				for (int q = p + 1; q < matrix.length; q++) {
					rotate(matrix, p, q);
				}
			}
		}
		double[] shares = new double[matrix.length];
		double sum = 0;
		for (int i = 0; i < shares.length; i++) {
			shares[i] = -matrix[i][i];
			sum -= shares[i];
		}
		Arrays.sort(shares);
		for (int i = 0; i < shares.length; i++) {
			shares[i] /= -sum;
		}
		return shares;
	}

	private static double[][] covariance(float[][] rows, int sample) {
		int dimension = rows[0].length;
		double[] mean = new double[dimension];
		for (int row = 0; row < sample; row++) {
			for (int i = 0; i < dimension; i++) {
				mean[i] += rows[row][i] / sample;
			}
		}
		double[][] matrix = new double[dimension][dimension];
		double[] centred = new double[dimension];
		for (int row = 0; row < sample; row++) {
			for (int i = 0; i < dimension; i++) {
				centred[i] = rows[row][i] - mean[i];
			}
			for (int i = 0; i < dimension; i++) {
				double factor = centred[i];
				double[] line = matrix[i];
				for (int j = 0; j < dimension; j++) {
					line[j] += factor * centred[j];
				}
			}
		}
		return matrix;
	}

	private static void rotate(double[][] matrix, int p, int q) {
		double off = matrix[p][q];
		if (Math.abs(off) < 1e-12) {
			return;
		}
		double theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
		double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
		double cosine = 1 / Math.sqrt(tangent * tangent + 1);
		double sine = tangent * cosine;
		double[] lineP = matrix[p];
		double[] lineQ = matrix[q];
		double pp = lineP[p] - tangent * off;
		double qq = lineQ[q] + tangent * off;
		for (int i = 0; i < matrix.length; i++) {
			double a = lineP[i];
			double b = lineQ[i];
			lineP[i] = cosine * a - sine * b;
			lineQ[i] = sine * a + cosine * b;
		}
		for (int i = 0; i < matrix.length; i++) {
			matrix[i][p] = lineP[i];
			matrix[i][q] = lineQ[i];
		}
		lineP[p] = pp;
		lineQ[q] = qq;
		lineP[q] = 0;
		lineQ[p] = 0;
	}

}
