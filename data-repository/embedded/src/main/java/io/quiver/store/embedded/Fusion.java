package io.quiver.store.embedded;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.search.ScoreDoc;

/**
 * Fuses two rankings by relative score: in each the best counts 1 and the worst 0, and a
 * row that is missing in one counts nothing there.
 *
 * @author Quiver
 */
final class Fusion {

	private final Map<Integer, Double> scores = new HashMap<>();

	Fusion add(List<ScoreDoc> ranking, double weight) {
		if (weight == 0 || ranking.isEmpty()) {
			return this;
		}
		double best = ranking.get(0).score;
		double worst = ranking.get(ranking.size() - 1).score;
		for (ScoreDoc hit : ranking) {
			double relative = (best > worst) ? (hit.score - worst) / (best - worst) : 1;
			this.scores.merge(hit.doc, weight * relative, Double::sum);
		}
		return this;
	}

	List<Ranked> ranked() {
		return this.scores.entrySet()
			.stream()
			.map((entry) -> new Ranked(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingDouble(Ranked::rank).reversed().thenComparingInt((hit) -> hit.doc))
			.toList();
	}

	/**
	 * A hit with its place in the fused ranking, more exact than Lucene's scores.
	 */
	static final class Ranked extends ScoreDoc {

		private final double rank;

		Ranked(int doc, double rank) {
			super(doc, (float) rank);
			this.rank = rank;
		}

		double rank() {
			return this.rank;
		}

	}

}
