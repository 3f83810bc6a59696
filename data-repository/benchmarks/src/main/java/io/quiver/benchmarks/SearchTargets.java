package io.quiver.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quiver.benchmarks.data.Neighbours;
import io.quiver.benchmarks.data.VectorSet;
import io.quiver.benchmarks.search.Scenario;
import io.quiver.benchmarks.search.SearchBenchmark;
import io.quiver.benchmarks.search.Searcher;
import io.quiver.benchmarks.search.Side;
import io.quiver.benchmarks.search.Slice;

/**
 * The targets of searching. Every index is built, and its recall measured, before the
 * first run.
 *
 * @author Quiver
 * @since 0.1
 */
final class SearchTargets {

	private static final int EF = 40;

	private static final int FILTERED_EF = 20;

	private static final int QUERIES_OF_SLOW = 50;

	private final Settings settings;

	private final Report report;

	SearchTargets(Settings settings, Report report) {
		this.settings = settings;
		this.report = report;
	}

	/** Target 1: what the repository adds to Lucene. */
	void repository() {
		int rows = this.settings.rows();
		List<Contender> contenders = List.of(contender(Side.QUIVER, rows, Slice.ALL, EF),
				contender(Side.LUCENE, rows, Slice.ALL, EF), contender(Side.QUIVER_IDS, rows, Slice.ALL, EF),
				contender(Side.QUIVER_TEXTS, rows, Slice.ALL, EF));
		List<Double> recalls = recalls(contenders);
		Rounds rounds = run(contenders);
		this.report.section("1. Repository beside Lucene, " + rows + " rows, ef " + EF);
		this.report.compare(rounds, "QUIVER", "LUCENE", 0.85);
		this.report.compare(rounds, "QUIVER_IDS", "LUCENE", 0.90);
		this.report.compare(rounds, "QUIVER_TEXTS", "LUCENE", 0);
		recall(contenders, recalls);
	}

	/** Target 2: others, at the recall of our defaults. */
	void peers() {
		int rows = this.settings.fewerRows();
		Contender ours = contender(Side.QUIVER, rows, Slice.ALL, 0);
		double recall = recalls(List.of(ours)).get(0);
		List<Contender> contenders = List.of(ours, contender(Side.JVECTOR, rows, Slice.ALL, equalEf(rows, recall)),
				contender(Side.LANGCHAIN4J, rows, Slice.ALL, 0), contender(Side.SPRING_AI, rows, Slice.ALL, 0),
				contender(Side.QUIVER_AS_LOADED, rows, Slice.ALL, 0));
		List<Double> recalls = recalls(contenders);
		Rounds rounds = run(contenders);
		this.report.section("2. Defaults beside other libraries, " + rows + " rows");
		this.report.compare(rounds, "QUIVER", contenders.get(1).name(), 3);
		this.report.compare(rounds, "QUIVER", "LANGCHAIN4J", 300);
		this.report.compare(rounds, "QUIVER", "SPRING_AI", 900);
		this.report.compare(rounds, "QUIVER_AS_LOADED", contenders.get(1).name(), 0);
		recall(contenders, recalls);
	}

	/** Target 3: filters. */
	void filtered() {
		for (int rows : List.of(this.settings.fewerRows(), this.settings.rows())) {
			this.report.section("3. Filtered, " + rows + " rows");
			filtered(rows, Slice.TENTH, FILTERED_EF, 1.5);
			filtered(rows, Slice.HUNDREDTH, FILTERED_EF, 5);
			filtered(rows, Slice.HALF, EF, 0.9);
		}
	}

	private void filtered(int rows, Slice slice, int ef, double target) {
		List<Contender> contenders = List.of(contender(Side.QUIVER, rows, slice, ef),
				contender(Side.LUCENE, rows, slice, ef));
		List<Double> recalls = recalls(contenders);
		Rounds rounds = run(contenders);
		this.report.compare(rounds, contenders.get(0).name(), contenders.get(1).name(), target);
		recall(contenders, recalls);
	}

	/**
	 * The largest number of candidates with which JVector finds no more than we do: in
	 * doubt it has less to do.
	 */
	private int equalEf(int rows, double recall) {
		Neighbours truth = truth(rows, Slice.ALL);
		int low = Scenario.K;
		int high = 640;
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (recall(truth, new Scenario(this.settings.directory(), rows, Slice.ALL, middle),
					Side.JVECTOR) <= recall) {
				low = middle;
			}
			else {
				high = middle - 1;
			}
		}
		return low;
	}

	private Rounds run(List<Contender> contenders) {
		return Rounds.of(this.settings.pairs(), contenders, new Jmh(this.settings)::run);
	}

	private List<Double> recalls(List<Contender> contenders) {
		List<Double> recalls = new ArrayList<>();
		for (Contender contender : contenders) {
			int rows = Integer.parseInt(contender.parameter("rows"));
			Slice slice = Slice.valueOf(contender.parameter("slice"));
			Scenario scenario = new Scenario(this.settings.directory(), rows, slice,
					Integer.parseInt(contender.parameter("ef")));
			recalls.add(recall(truth(rows, slice), scenario, Side.valueOf(contender.parameter("side"))));
		}
		return recalls;
	}

	private Neighbours truth(int rows, Slice slice) {
		return Neighbours.of(VectorSet.in(this.settings.directory(), rows), Scenario.K, slice::contains);
	}

	private static double recall(Neighbours truth, Scenario scenario, Side side) {
		boolean slow = side == Side.LANGCHAIN4J || side == Side.SPRING_AI;
		try (Searcher searcher = side.open(scenario)) {
			return searcher.recall(truth, slow ? QUERIES_OF_SLOW : truth.rows().length);
		}
	}

	private void recall(List<Contender> contenders, List<Double> recalls) {
		StringBuilder line = new StringBuilder("recall@10:");
		for (int i = 0; i < contenders.size(); i++) {
			line.append(String.format(Locale.ROOT, " %s %.4f", contenders.get(i).name(), recalls.get(i)));
		}
		this.report.note(line.toString());
	}

	private static Contender contender(Side side, int rows, Slice slice, int ef) {
		String name = side + ((slice != Slice.ALL) ? " " + slice : "")
				+ ((side == Side.JVECTOR || slice != Slice.ALL) ? " ef " + ef : "");
		return new Contender(name, SearchBenchmark.class, Map.of("side", side.name(), "rows", Integer.toString(rows),
				"slice", slice.name(), "ef", Integer.toString(ef)));
	}

}
