package io.quiver.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.benchmarks.recall.Difference;
import io.quiver.benchmarks.recall.RecallMeasurement;
import io.quiver.benchmarks.recall.Search;
import io.quiver.benchmarks.recall.SentenceVectors;
import io.quiver.data.core.query.Metric;
import io.quiver.store.seekdb.server.SeekdbServer;

/**
 * How much of what is near seekdb and the embedded store find among the same sentences.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record RecallTarget(Settings settings, Report report) {

	private static final int ROWS = 20_000;

	/** The order of the columns. */
	private static final List<Metric> METRICS = List.of(Metric.COSINE, Metric.INNER_PRODUCT, Metric.EUCLIDEAN);

	private static final String COLUMNS = " cosine | inner product | Euclidean |";

	void found() {
		try (SeekdbServer server = new SeekdbServer()) {
			server.start();
			found(server.url());
		}
	}

	/**
	 * Measure with a server that runs.
	 */
	RecallMeasurement found(String url) {
		int rows = Math.min(ROWS, this.settings.rows());
		VectorSet vectors = SentenceVectors.in(this.settings.directory(), rows);
		RecallMeasurement measured = RecallMeasurement.of(vectors, url);
		this.report
			.line(String.format(Locale.ROOT, "%n### Recall, %,d rows, %,d queries%n", rows, vectors.queries().length));
		this.report.line("| recall@10 |" + COLUMNS);
		this.report.line("|---|---|---|---|");
		recall(measured, Search::recallOfFew);
		this.report.line("\n| recall@100 |" + COLUMNS);
		this.report.line("|---|---|---|---|");
		recall(measured, Search::recallOfMany);
		this.report.line("\n| largest difference of similarities |" + COLUMNS);
		this.report.line("|---|---|---|---|");
		for (String store : List.of(RecallMeasurement.SEEKDB, RecallMeasurement.SEEKDB_HEAP)) {
			differences(store + " and embedded",
					(metric) -> measured.between(store, RecallMeasurement.EMBEDDED, metric));
		}
		for (String store : measured.stores()) {
			differences(store + " and doubles", (metric) -> measured.error(store, metric));
		}
		return measured;
	}

	private void recall(RecallMeasurement measured, ToDoubleFunction<Search> recall) {
		Map<String, List<Search>> rows = measured.searches()
			.stream()
			.collect(Collectors.groupingBy(RecallTarget::name, LinkedHashMap::new, Collectors.toList()));
		rows.forEach((name, searches) -> row(name,
				(metric) -> searches.stream()
					.filter((search) -> search.question().metric() == metric)
					.map((search) -> String.format(Locale.ROOT, "%.4f", recall.applyAsDouble(search)))
					.findFirst()
					.orElseThrow()));
	}

	private static String name(Search search) {
		return search.store() + ", " + ((search.options().exact()) ? "exact" : "ef " + search.options().ef());
	}

	private void differences(String between, Function<Metric, Difference> difference) {
		row(between, (metric) -> String.format(Locale.ROOT, "%.1e", difference.apply(metric).largest()));
	}

	private void row(String name, Function<Metric, String> value) {
		this.report.line("| " + name + " | " + METRICS.stream().map(value).collect(Collectors.joining(" | ")) + " |");
	}

}
