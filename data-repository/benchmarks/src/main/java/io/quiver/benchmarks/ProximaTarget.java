package io.quiver.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.benchmarks.proxima.ManyAtOnceBenchmark;
import io.quiver.benchmarks.proxima.OneAtATimeBenchmark;
import io.quiver.benchmarks.proxima.ProductSearchBenchmark;
import io.quiver.benchmarks.proxima.ProductSide;
import io.quiver.benchmarks.proxima.ProductWriteBenchmark;
import io.quiver.benchmarks.proxima.ProximaProcess;

/**
 * What client and repository on Proxima BE cost beside its generated stub.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record ProximaTarget(Settings settings, Report report) {

	/** At least so much of the stub's throughput. */
	private static final double THROUGHPUT = 0.90;

	/** At most 1.15 of the stub's CPU time. */
	private static final double CPU = 1 / 1.15;

	/** By so much 64 calls at once are faster than one at a time. */
	private static final double AT_ONCE = 20;

	private static final int ROWS = 10_000;

	private static final List<ProductSide> ALL = List.of(ProductSide.values());

	private static final List<ProductSide> OURS = List.of(ProductSide.CLIENT, ProductSide.REPOSITORY);

	private static final String SEARCH = " search";

	private static final String WRITE = " write of 1,000";

	private static final String ONE = " one at a time";

	private static final String MANY = " 64 at once";

	void called() {
		Rounds rounds;
		try (ProximaProcess server = start("0ms")) {
			List<Contender> contenders = new ArrayList<>(contenders(SEARCH, ProductSearchBenchmark.class, server, ALL));
			contenders.addAll(contenders(WRITE, ProductWriteBenchmark.class, server, ALL));
			rounds = run(contenders);
		}
		CallTable.begin("Proxima BE", this.report);
		CallTable table = new CallTable(rounds, this.report);
		for (String call : List.of(SEARCH, WRITE)) {
			table.compare(ProductSide.REPOSITORY + call, ProductSide.STUB + call, THROUGHPUT, CPU);
			table.compare(ProductSide.CLIENT + call, ProductSide.STUB + call, THROUGHPUT, CPU);
		}
		try (ProximaProcess server = start("2ms")) {
			List<Contender> contenders = new ArrayList<>(contenders(ONE, OneAtATimeBenchmark.class, server, OURS));
			contenders.addAll(contenders(MANY, ManyAtOnceBenchmark.class, server, OURS));
			rounds = run(contenders);
		}
		table = new CallTable(rounds, this.report);
		for (ProductSide side : OURS) {
			table.compare(side + MANY, side + ONE, AT_ONCE, 0);
		}
	}

	private ProximaProcess start(String delay) {
		return ProximaProcess.start(delay, this.settings.directory(), rows());
	}

	private int rows() {
		return Math.min(ROWS, this.settings.rows());
	}

	private Rounds run(List<Contender> contenders) {
		return Rounds.of(this.settings.pairs(), contenders, new Jmh(this.settings)::run);
	}

	private List<Contender> contenders(String call, Class<?> benchmark, ProximaProcess server,
			List<ProductSide> sides) {
		return sides.stream()
			.map((side) -> new Contender(side + call, benchmark,
					Map.of("side", side.name(), "port", Integer.toString(server.port()), "rows",
							Integer.toString(rows()))))
			.toList();
	}

}
