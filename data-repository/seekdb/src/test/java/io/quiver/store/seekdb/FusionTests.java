package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.store.Key;
import io.quiver.store.seekdb.Fusion.Ranked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class FusionTests {

	private static Ranked row(String key, double score) {
		return new Ranked(Key.of(key), score);
	}

	@Test
	void countsTheBestOneAndTheWorstZero() {
		List<Ranked> ranked = new Fusion().add(List.of(row("a", 30), row("b", 20), row("c", 10)), 0.5)
			.add(List.of(row("b", 0.9), row("d", 0.8)), 0.5)
			.ranked();
		assertThat(ranked).containsExactly(row("b", 0.75), row("a", 0.5), row("c", 0), row("d", 0));
	}

	@Test
	void countsAllOnesWhereNoneIsBetter() {
		assertThat(new Fusion().add(List.of(row("a", 1), row("b", 1)), 1).ranked()).containsExactly(row("a", 1),
				row("b", 1));
	}

	@Test
	void leavesOutARankingThatDoesNotCount() {
		assertThat(new Fusion().add(List.of(row("a", 1)), 0).add(List.of(), 1).ranked()).isEmpty();
	}

}
