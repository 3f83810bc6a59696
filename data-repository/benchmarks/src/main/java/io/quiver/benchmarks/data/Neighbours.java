package io.quiver.benchmarks.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The true nearest rows of every query, by comparing all.
 *
 * @param rows per query, the numbers of its nearest rows, nearest first
 * @param similarities per query, their cosines
 * @author Quiver
 * @since 0.1
 */
public record Neighbours(int[][] rows, float[][] similarities) {

	private static final int BLOCK = 256;

	/**
	 * Compare every query with every row that qualifies.
	 * @param vectors the rows and queries
	 * @param k how many neighbours are wanted
	 * @param filter which rows qualify
	 * @return the neighbours
	 */
	public static Neighbours of(VectorSet vectors, int k, IntPredicate filter) {
		int[] candidates = IntStream.range(0, vectors.rows().length).filter(filter).toArray();
		float[][] queries = vectors.queries();
		int[][] found = new int[queries.length][];
		float[][] similarities = new float[queries.length][];
		int blocks = (queries.length + BLOCK - 1) / BLOCK;
		IntStream.range(0, blocks).parallel().forEach((block) -> {
			int from = block * BLOCK;
			int size = Math.min(BLOCK, queries.length - from);
			float[][] columns = columns(queries, from, size);
			Nearest[] nearest = new Nearest[size];
			Arrays.setAll(nearest, (i) -> new Nearest(k));
			float[] products = new float[size];
			for (int candidate : candidates) {
				multiply(vectors.rows()[candidate], columns, products);
				for (int i = 0; i < size; i++) {
					nearest[i].offer(candidate, products[i]);
				}
			}
			for (int i = 0; i < size; i++) {
				found[from + i] = nearest[i].rows();
				similarities[from + i] = nearest[i].similarities();
			}
		});
		return new Neighbours(found, similarities);
	}

	double meanSimilarity(int rank) {
		return Arrays.stream(this.similarities).mapToDouble((all) -> all[rank]).average().orElseThrow();
	}

	private static float[][] columns(float[][] queries, int from, int size) {
		float[][] columns = new float[queries[0].length][size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < columns.length; j++) {
				columns[j][i] = queries[from + i][j];
			}
		}
		return columns;
	}

	/** One row with a block of queries: a loop that the compiler vectorises. */
	private static void multiply(float[] row, float[][] columns, float[] products) {
		Arrays.fill(products, 0);
		for (int i = 0; i < row.length; i++) {
			float factor = row[i];
			float[] column = columns[i];
			for (int j = 0; j < products.length; j++) {
				products[j] += factor * column[j];
			}
		}
	}

	/** The best so far, in order. */
	private static final class Nearest {

		private final int[] rows;

		private final float[] similarities;

		private int size;

		Nearest(int k) {
			this.rows = new int[k];
			this.similarities = new float[k];
		}

		void offer(int row, float similarity) {
			if (this.size == this.rows.length && similarity <= this.similarities[this.size - 1]) {
				return;
			}
			int at = (this.size < this.rows.length) ? this.size++ : this.size - 1;
			while (at > 0 && this.similarities[at - 1] < similarity) {
				this.rows[at] = this.rows[at - 1];
				this.similarities[at] = this.similarities[at - 1];
				at--;
			}
			this.rows[at] = row;
			this.similarities[at] = similarity;
		}

		int[] rows() {
			return Arrays.copyOf(this.rows, this.size);
		}

		float[] similarities() {
			return Arrays.copyOf(this.similarities, this.size);
		}

	}

}
