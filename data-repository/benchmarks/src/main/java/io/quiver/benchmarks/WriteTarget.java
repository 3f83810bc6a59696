package io.quiver.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.benchmarks.write.WriteBenchmark;
import io.quiver.benchmarks.write.WriteSide;

/**
 * Target 8: acknowledged writes.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record WriteTarget(Settings settings, Report report) {

	private static final List<Integer> BATCHES = List.of(10, 100);

	void durable() {
		List<Contender> contenders = new ArrayList<>();
		contenders.add(contender(WriteSide.QUIVER, 1));
		contenders.add(contender(WriteSide.LUCENE, 1));
		contenders.add(contender(WriteSide.APPEND, 1));
		for (int batch : BATCHES) {
			contenders.add(contender(WriteSide.QUIVER, batch));
			contenders.add(contender(WriteSide.APPEND, batch));
		}
		Rounds rounds = Rounds.of(this.settings.pairs(), contenders, new Jmh(this.settings)::run);
		this.report.section("8. Acknowledged writes");
		this.report.compare(rounds, "QUIVER by 1", "LUCENE by 1", 50);
		this.report.compare(rounds, "QUIVER by 1", "APPEND by 1", 0);
		for (int batch : BATCHES) {
			this.report.compare(rounds, "QUIVER by " + batch, "APPEND by " + batch, 0.8);
		}
	}

	private Contender contender(WriteSide side, int batch) {
		return new Contender(side + " by " + batch, WriteBenchmark.class, Map.of("side", side.name(), "batch",
				Integer.toString(batch), "rows", Integer.toString(Math.min(20_000, this.settings.rows()))));
	}

}
