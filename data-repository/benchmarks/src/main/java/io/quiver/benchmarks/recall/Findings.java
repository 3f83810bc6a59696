package io.quiver.benchmarks.recall;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.data.core.query.Metric;

/**
 * What was found for each query: rows with their similarities, nearest first.
 *
 * @param queries for each query, its rows
 * @author Quiver
 * @since 0.1
 */
public record Findings(Finding[][] queries) {

	/**
	 * A row that was found.
	 *
	 * @param row the number of the row
	 * @param similarity the similarity in [0, 1]
	 */
	public record Finding(int row, double similarity) {

	}

	/**
	 * Compare each query with every row, in doubles.
	 * @param vectors the rows and queries
	 * @param metric how they are compared
	 * @param count how many rows are wanted
	 * @return what is to be found
	 */
	static Findings exact(VectorSet vectors, Metric metric, int count) {
		return new Findings(Arrays.stream(vectors.queries())
			.parallel()
			.map((query) -> IntStream.range(0, vectors.rows().length)
				.mapToObj((row) -> new Finding(row, similarity(metric, vectors.rows()[row], query)))
				.sorted(Comparator.comparingDouble(Finding::similarity).reversed())
				.limit(count)
				.toArray(Finding[]::new))
			.toArray(Finding[][]::new));
	}

	/**
	 * Return the share of the nearest rows that is among as many found.
	 * @param truth what is to be found
	 * @param count how many of the nearest rows
	 * @return the recall, 1 if all were found
	 */
	double recall(Findings truth, int count) {
		long found = 0;
		long wanted = 0;
		for (int query = 0; query < this.queries.length; query++) {
			int[] nearest = rows(truth.queries[query], count);
			found += Arrays.stream(rows(this.queries[query], count))
				.filter((row) -> Arrays.stream(nearest).anyMatch((near) -> near == row))
				.count();
			wanted += nearest.length;
		}
		return (double) found / wanted;
	}

	private static int[] rows(Finding[] findings, int count) {
		return Arrays.stream(findings).limit(count).mapToInt(Finding::row).toArray();
	}

	/**
	 * Compare similarities with those of doubles.
	 */
	Difference error(Question question) {
		VectorSet vectors = question.vectors();
		Difference difference = Difference.NONE;
		for (int query = 0; query < this.queries.length; query++) {
			for (Finding finding : this.queries[query]) {
				difference = difference.and(finding.similarity
						- similarity(question.metric(), vectors.rows()[finding.row], vectors.queries()[query]));
			}
		}
		return difference;
	}

	/**
	 * Compare the similarities of those rows that somebody else found as well.
	 */
	Difference difference(Findings others) {
		Difference difference = Difference.NONE;
		for (int query = 0; query < this.queries.length; query++) {
			Map<Integer, Double> known = new HashMap<>();
			for (Finding other : others.queries[query]) {
				known.put(other.row, other.similarity);
			}
			for (Finding finding : this.queries[query]) {
				Double other = known.get(finding.row);
				difference = (other != null) ? difference.and(finding.similarity - other) : difference;
			}
		}
		return difference;
	}

	private static double similarity(Metric metric, float[] row, float[] query) {
		return metric.toSimilarity(metric.rawScore(row, query));
	}

}
