package io.quiver.store.seekdb;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SimilarityRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class SimilarityBoundsTests {

	private static SimilarityBounds bounds(Metric metric, double lower, double upper) {
		return new SimilarityBounds(metric, new SimilarityRange(lower, true, upper, true));
	}

	@ParameterizedTest
	@EnumSource
	void limitsDistancesAsItDoesSimilarities(Metric metric) {
		SimilarityBounds bounds = bounds(metric, 0.3, 0.7);
		assertThat(metric.toSimilarity(SimilarityBounds.rawScore(metric, bounds.farthest()))).isCloseTo(0.3,
				Offset.offset(2e-6));
		assertThat(metric.toSimilarity(SimilarityBounds.rawScore(metric, bounds.nearest()))).isCloseTo(0.7,
				Offset.offset(2e-6));
		assertThat(bounds.nearest()).isLessThan(bounds.farthest());
		assertThat(bounds.leavesOutNearest()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void limitsNothingAtTheEnds(Metric metric) {
		SimilarityBounds bounds = bounds(metric, 0, 1);
		assertThat(bounds.farthest()).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(bounds.nearest()).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(bounds.leavesOutNearest()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void acceptsNothingBeyondTheEnds(Metric metric) {
		assertThat(new SimilarityBounds(metric, new SimilarityRange(1, false, 1, true)).farthest())
			.isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(new SimilarityBounds(metric, new SimilarityRange(0, true, 0, false)).nearest())
			.isEqualTo(Double.POSITIVE_INFINITY);
	}

	@Test
	void readsTheServersDistancesAsMathematicsDoes() {
		assertThat(SimilarityBounds.rawScore(Metric.EUCLIDEAN, 2)).isEqualTo(2);
		assertThat(SimilarityBounds.rawScore(Metric.COSINE, 0.25)).isEqualTo(0.75);
		assertThat(SimilarityBounds.rawScore(Metric.INNER_PRODUCT, -3)).isEqualTo(3);
	}

}
