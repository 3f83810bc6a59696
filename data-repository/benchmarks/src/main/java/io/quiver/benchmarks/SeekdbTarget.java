package io.quiver.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.benchmarks.seekdb.ProductDatabase;
import io.quiver.benchmarks.seekdb.SearchSide;
import io.quiver.benchmarks.seekdb.SeekdbSearchBenchmark;
import io.quiver.benchmarks.seekdb.SeekdbWriteBenchmark;
import io.quiver.benchmarks.seekdb.WriteSide;
import io.quiver.store.seekdb.server.SeekdbServer;

/**
 * What client and repository on seekdb cost beside JDBC by hand.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record SeekdbTarget(Settings settings, Report report) {

	/** At least so much of what is written by hand. */
	private static final double THROUGHPUT = 0.95;

	/** At most 1.15 of its CPU time. */
	private static final double CPU = 1 / 1.15;

	/** By so much many rows in a statement are faster than one. */
	private static final double ROW_BY_ROW = 10;

	private static final int ROWS = 20_000;

	/** Row by row a part of them is enough to tell the rate. */
	private static final int PART = 10;

	/**
	 * Where the server takes up each row with the write, its time hides the compiler's.
	 */
	private static final int WARM_WRITES = 3;

	private static final String SEARCH = " search";

	private static final String CARDS = " search without vectors";

	private static final String WRITE = " row written";

	private static final String WRITE_ASYNC = " row written, heap and async";

	void measured() {
		CallTable.begin("seekdb", this.report);
		searches();
		writes();
	}

	private void searches() {
		Rounds rounds;
		try (SeekdbServer server = start()) {
			ProductDatabase database = ProductDatabase.make(server, "searched", ProductDatabase.DEFAULT);
			database.fill(this.settings.directory(), rows());
			List<Contender> contenders = new ArrayList<>();
			for (SearchSide side : SearchSide.values()) {
				contenders.add(search(side, SEARCH, true, database));
				contenders.add(search(side, CARDS, false, database));
			}
			rounds = Rounds.of(this.settings.pairs(), contenders, new Jmh(this.settings)::run);
		}
		CallTable table = new CallTable(rounds, this.report);
		for (String call : List.of(SEARCH, CARDS)) {
			table.compare(SearchSide.REPOSITORY + call, SearchSide.HAND + call, THROUGHPUT, CPU);
			table.compare(SearchSide.CLIENT + call, SearchSide.HAND + call, THROUGHPUT, CPU);
		}
	}

	private Contender search(SearchSide side, String call, boolean vector, ProductDatabase database) {
		return contender(side + call, SeekdbSearchBenchmark.class, side, database, rows(),
				Map.of("vector", Boolean.toString(vector)));
	}

	private void writes() {
		Rounds rounds;
		try (SeekdbServer server = start()) {
			List<Contender> contenders = new ArrayList<>(
					writers(WRITE, ProductDatabase.make(server, "written", ProductDatabase.DEFAULT),
							WriteSide.ROW_BY_ROW, WriteSide.HAND, WriteSide.REPOSITORY));
			contenders.addAll(writers(WRITE_ASYNC,
					ProductDatabase.make(server, "written_async", ProductDatabase.HEAP_ASYNC), WriteSide.values()));
			rounds = Rounds.of(this.settings.pairs(), contenders,
					(contender) -> new Jmh(
							this.settings.once((contender.name().endsWith(WRITE_ASYNC)) ? WARM_WRITES : 1))
						.run(contender)
						.each(Integer.parseInt(contender.parameter("rows"))));
		}
		CallTable table = new CallTable(rounds, this.report);
		table.compare(WriteSide.REPOSITORY + WRITE, WriteSide.HAND + WRITE, THROUGHPUT, CPU);
		table.compare(WriteSide.REPOSITORY + WRITE, WriteSide.ROW_BY_ROW + WRITE, 0, 0);
		table.compare(WriteSide.REPOSITORY + WRITE_ASYNC, WriteSide.HAND + WRITE_ASYNC, THROUGHPUT, CPU);
		table.compare(WriteSide.REPOSITORY + WRITE_ASYNC, WriteSide.HAND_TEXT + WRITE_ASYNC, THROUGHPUT, CPU);
		table.compare(WriteSide.REPOSITORY + WRITE_ASYNC, WriteSide.ROW_BY_ROW + WRITE_ASYNC, ROW_BY_ROW, 0);
	}

	private List<Contender> writers(String call, ProductDatabase database, WriteSide... sides) {
		List<Contender> writers = new ArrayList<>();
		for (WriteSide side : sides) {
			int rows = (side == WriteSide.ROW_BY_ROW) ? rows() / PART : rows();
			writers.add(contender(side + call, SeekdbWriteBenchmark.class, side, database, rows, Map.of()));
		}
		return writers;
	}

	private Contender contender(String name, Class<?> benchmark, Enum<?> side, ProductDatabase database, int rows,
			Map<String, String> more) {
		Map<String, String> parameters = new java.util.HashMap<>(Map.of("side", side.name(), "url", database.url(),
				"pid", Long.toString(database.pid()), "rows", Integer.toString(rows)));
		parameters.putAll(more);
		return new Contender(name, benchmark, parameters);
	}

	private int rows() {
		return Math.min(ROWS, this.settings.rows());
	}

	private static SeekdbServer start() {
		SeekdbServer server = new SeekdbServer();
		server.start();
		return server;
	}

}
