package io.quiver.benchmarks.data;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link VectorSet}.
 *
 * @author Quiver
 */
class VectorSetTests {

	@Test
	void looksLikeSentenceEmbeddings() {
		Statistics statistics = Statistics.of(VectorSet.draw(100_000, 250));
		assertThat(statistics.pairCosine()).isCloseTo(0.101, within(0.01));
		assertThat(statistics.pairDeviation()).isCloseTo(0.085, within(0.015));
		assertThat(statistics.cosine1()).isCloseTo(0.815, within(0.02));
		assertThat(statistics.cosine10()).isCloseTo(0.713, within(0.02));
		assertThat(statistics.localDimension()).isCloseTo(12.3, within(1.5));
		assertThat(statistics.axes50()).isBetween(40, 50);
		assertThat(statistics.axes90()).isBetween(195, 225);
	}

	@Test
	void isTheSameWhenReadFromItsFile(@TempDir Path directory) {
		VectorSet drawn = VectorSet.in(directory, 100);
		VectorSet read = VectorSet.in(directory, 100);
		assertThat(read.rows()).isDeepEqualTo(drawn.rows());
		assertThat(read.queries()).isDeepEqualTo(drawn.queries());
		assertThat(VectorSet.queriesIn(directory, 100)).isDeepEqualTo(drawn.queries());
	}

	@Test
	void holdsTheFirstRowsOfALargerOne() {
		assertThat(VectorSet.draw(10).rows()[9]).containsExactly(VectorSet.draw(20).rows()[9]);
	}

}
