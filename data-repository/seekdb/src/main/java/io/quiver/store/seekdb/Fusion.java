package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.data.store.Key;

/**
 * Fuses rankings by relative score, as the other stores do: in each the best counts 1 and
 * the worst 0, and a row that is missing in one counts nothing there. Of equal rows those
 * come first that were found first.
 *
 * @author Quiver
 */
final class Fusion {

	private final Map<Key, Double> scores = new LinkedHashMap<>();

	/**
	 * Add a ranking.
	 * @param ranking the rows, best first; greater scores are better
	 * @param weight how much it counts
	 */
	Fusion add(List<Ranked> ranking, double weight) {
		if (weight == 0 || ranking.isEmpty()) {
			return this;
		}
		double best = ranking.get(0).score();
		double worst = ranking.get(ranking.size() - 1).score();
		for (Ranked row : ranking) {
			double relative = (best > worst) ? (row.score() - worst) / (best - worst) : 1;
			this.scores.merge(row.key(), weight * relative, Double::sum);
		}
		return this;
	}

	/**
	 * Return the fused ranking, best first.
	 */
	List<Ranked> ranked() {
		List<Ranked> ranked = new ArrayList<>(this.scores.size());
		this.scores.forEach((key, score) -> ranked.add(new Ranked(key, score)));
		ranked.sort((left, right) -> Double.compare(right.score(), left.score()));
		return ranked;
	}

	/**
	 * A row in a ranking.
	 *
	 * @param key the key
	 * @param score the score
	 */
	record Ranked(Key key, double score) {
	}

}
