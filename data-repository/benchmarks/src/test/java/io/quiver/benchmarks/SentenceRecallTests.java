package io.quiver.benchmarks;

import java.nio.file.Path;
import java.util.List;

import io.quiver.benchmarks.recall.Difference;
import io.quiver.benchmarks.recall.RecallMeasurement;
import io.quiver.benchmarks.recall.Search;
import io.quiver.data.core.query.Metric;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures recall with a few hundred real sentences.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SentenceRecallTests {

	private static final int ROWS = 400;

	private static final int QUERIES = 20;

	private static final Report report = new Report();

	private static RecallMeasurement measured;

	static {
		System.setProperty(Settings.LOGGING, Settings.QUIET);
	}

	@BeforeAll
	static void measure(SeekdbServer server, @TempDir Path directory) {
		measured = new RecallTarget(new Settings("recall", ROWS, 1, 0, 0, 0, 1, 20, directory), report)
			.found(server.url());
	}

	@ParameterizedTest
	@EnumSource
	void bothStoresSayTheSameOfHowSimilarSentencesAre(Metric metric) {
		for (String store : List.of(RecallMeasurement.SEEKDB, RecallMeasurement.SEEKDB_HEAP)) {
			Difference difference = measured.between(store, RecallMeasurement.EMBEDDED, metric);
			assertThat(difference.pairs()).as(store).isGreaterThan(4 * QUERIES * Search.MANY);
			assertThat(difference.largest()).as(store).isLessThanOrEqualTo(1e-5);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatTheySayIsTheArithmeticOfDoubles(Metric metric) {
		assertThat(measured.stores()).hasSize(3)
			.allSatisfy((store) -> assertThat(measured.error(store, metric).largest()).isLessThanOrEqualTo(1e-5));
	}

	@ParameterizedTest
	@EnumSource
	void approximateSearchesFindNearlyAll(Metric metric) {
		assertThat(searches(metric, false)).hasSize(6).allSatisfy((search) -> {
			assertThat(search.recallOfFew()).isGreaterThan(0.95);
			assertThat(search.recallOfMany()).isGreaterThan(0.95);
		});
	}

	@ParameterizedTest
	@EnumSource
	void exactSearchesFindAll(Metric metric) {
		assertThat(searches(metric, true)).hasSize(3).allSatisfy((search) -> {
			assertThat(search.recallOfFew()).isGreaterThan(0.999);
			assertThat(search.recallOfMany()).isGreaterThan(0.999);
		});
	}

	@Test
	void theReportSaysAll() {
		assertThat(report.toString()).contains("Recall, 400 rows, 20 queries", "| seekdb, ef 64 |",
				"| seekdb, heap, ef 200 |", "| embedded, exact |", "| seekdb and embedded |");
	}

	private static List<Search> searches(Metric metric, boolean exact) {
		return measured.searches()
			.stream()
			.filter((search) -> search.question().metric() == metric && search.options().exact() == exact)
			.toList();
	}

}
