package io.quiver.store.contract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Ability;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;

/**
 * Nearness by comparing every row, and rank by counting words.
 *
 * @author Quiver
 */
final class ReferenceRanking {

	private final ReferenceRows rows;

	private final Abilities abilities;

	ReferenceRanking(ReferenceRows rows, Abilities abilities) {
		this.rows = rows;
		this.abilities = abilities;
	}

	List<Hit> nearest(NearestRequest request) {
		Metric metric = column(request).metric();
		Stream<Ranked> ranked = near(request).sorted(best(request.collection(), metric == Metric.EUCLIDEAN));
		if (!this.abilities.has(Ability.RANGE)) {
			ranked = ranked.limit((long) request.offset() + request.limit());
		}
		return ranked.filter((each) -> request.range().contains(metric.toSimilarity(each.score())))
			.skip(request.offset())
			.limit(request.limit())
			.map((each) -> each.hit(request.collection(), request.projection()))
			.toList();
	}

	List<Hit> rank(RankRequest request) {
		CollectionSpec spec = request.collection();
		Map<Values, Double> scores = new HashMap<>();
		if (request.alpha() < 1 || request.nearest() == null) {
			Set<String> wanted = new HashSet<>(Words.of(request.text()));
			double weight = (request.nearest() != null) ? 1 - request.alpha() : 1;
			this.rows.matching(request.filter()).forEach((row) -> {
				double words = words(request, row, wanted);
				if (words > 0) {
					scores.put(row, weight * words);
				}
			});
		}
		NearestRequest nearest = request.nearest();
		if (nearest != null && request.alpha() > 0) {
			Metric metric = column(nearest).metric();
			near(nearest).forEach((each) -> {
				double similarity = metric.toSimilarity(each.score());
				if (nearest.range().contains(similarity)) {
					scores.merge(each.row(), request.alpha() * similarity, Double::sum);
				}
			});
		}
		return scores.entrySet()
			.stream()
			.map((entry) -> new Ranked(entry.getKey(), entry.getValue()))
			.sorted(best(spec, false))
			.skip(request.offset())
			.limit(request.limit())
			.map((each) -> each.hit(spec, request.projection()))
			.toList();
	}

	private Stream<Ranked> near(NearestRequest request) {
		VectorColumn column = column(request);
		return this.rows.matching(request.filter())
			.flatMap((row) -> (row.get(column.name()) instanceof float[] vector)
					? Stream.of(new Ranked(row, column.metric().rawScore(request.vector(), vector))) : Stream.empty());
	}

	private static VectorColumn column(NearestRequest request) {
		return (VectorColumn) request.collection().columns().get(request.column());
	}

	/**
	 * The share of the wanted words that stand in the row, and a little for repetition.
	 */
	private static double words(RankRequest request, Values row, Set<String> wanted) {
		List<String> words = request.columns()
			.stream()
			.map((column) -> row.get(request.collection().columns().get(column).name()))
			.flatMap((value) -> (value instanceof String text) ? Words.of(text).stream() : Stream.empty())
			.filter(wanted::contains)
			.toList();
		double distinct = new HashSet<>(words).size();
		return (distinct == 0) ? 0 : (distinct + 0.5 * (1 - distinct / words.size())) / (wanted.size() + 0.5);
	}

	private static Comparator<Ranked> best(CollectionSpec spec, boolean smallest) {
		Comparator<Ranked> byScore = Comparator.comparingDouble(Ranked::score);
		return ((smallest) ? byScore : byScore.reversed()).thenComparing(Ranked::row, ReferenceRows.keyOrder(spec));
	}

	/**
	 * A row and its score.
	 *
	 * @param row the values by column
	 * @param score the score
	 */
	private record Ranked(Values row, double score) {

		Hit hit(CollectionSpec spec, Projection wanted) {
			return new Hit(this.row.row(spec, wanted), this.score);
		}

	}

}
