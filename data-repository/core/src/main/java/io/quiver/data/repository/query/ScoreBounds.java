package io.quiver.data.repository.query;

import java.util.Optional;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SimilarityRange;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.domain.Similarity;

/**
 * The similarities that a call accepts, from whatever kind of score it names. Scores are
 * compared by value: Spring Data's own equality of scores depends on the side.
 *
 * @author Quiver
 */
final class ScoreBounds {

	private final VectorParameters parameters;

	private final Metric metric;

	private final boolean required;

	ScoreBounds(VectorParameters parameters, Metric metric, boolean required) {
		this.parameters = parameters;
		this.metric = metric;
		this.required = required;
	}

	SimilarityRange bind(Arguments arguments) {
		checkFunction(arguments);
		try {
			if (this.parameters.score() >= 0) {
				Score score = (Score) argument(arguments, this.parameters.score());
				return (score != null) ? new SimilarityRange(similarity(arguments, score), true, 1, true)
						: SimilarityRange.all();
			}
			if (this.parameters.scoreRange() >= 0) {
				Range<?> range = (Range<?>) argument(arguments, this.parameters.scoreRange());
				return (range != null) ? range(arguments, range) : SimilarityRange.all();
			}
			return SimilarityRange.all();
		}
		catch (IllegalArgumentException ex) {
			throw arguments.error(String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable Object argument(Arguments arguments, int index) {
		return (this.required) ? arguments.required(index) : arguments.get(index);
	}

	private void checkFunction(Arguments arguments) {
		int index = this.parameters.scoringFunction();
		ScoringFunction function = (index >= 0) ? (ScoringFunction) arguments.get(index) : null;
		if (function != null) {
			checkFunction(arguments, function);
		}
	}

	private void checkFunction(Arguments arguments, ScoringFunction function) {
		if (!function.equals(this.metric.scoringFunction())) {
			throw arguments.error(
					"vectors are compared by %s, so that scores by %s cannot be told. Use VectorScoringFunctions.%s, or give the vector another metric in its @VectorField"
						.formatted(this.metric.scoringFunction().getName(), function.getName(),
								this.metric.scoringFunction().getName()));
		}
	}

	private SimilarityRange range(Arguments arguments, Range<?> range) {
		Optional<Score> lower = range.getLowerBound().getValue().map(Score.class::cast);
		Optional<Score> upper = range.getUpperBound().getValue().map(Score.class::cast);
		boolean lowerInclusive = lower.isEmpty() || range.getLowerBound().isInclusive();
		boolean upperInclusive = upper.isEmpty() || range.getUpperBound().isInclusive();
		boolean distances = this.metric == Metric.EUCLIDEAN
				&& lower.or(() -> upper).filter((score) -> !(score instanceof Similarity)).isPresent();
		Optional<Double> least = lower.map((score) -> similarity(arguments, score));
		Optional<Double> greatest = upper.map((score) -> similarity(arguments, score));
		return (distances) ? new SimilarityRange(greatest.orElse(0d), upperInclusive, least.orElse(1d), lowerInclusive)
				: new SimilarityRange(least.orElse(0d), lowerInclusive, greatest.orElse(1d), upperInclusive);
	}

	private double similarity(Arguments arguments, Score score) {
		boolean unspecified = score.getFunction().equals(ScoringFunction.unspecified());
		if (score instanceof Similarity) {
			if (!unspecified) {
				checkFunction(arguments, score.getFunction());
			}
			return score.getValue();
		}
		if (unspecified) {
			throw arguments.error("a plain Score does not say what it measures. Use Similarity.of(%s) for a similarity "
				.formatted(score.getValue())
					+ "in [0, 1], or Score.of(%s, %s) for the raw score".formatted(score.getValue(),
							"VectorScoringFunctions." + this.metric.scoringFunction().getName()));
		}
		checkFunction(arguments, score.getFunction());
		return this.metric.toSimilarity(score.getValue());
	}

}
