package io.quiver.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quiver.benchmarks.startup.StartUp;

/**
 * What the starter adds to an empty application.
 *
 * @param settings what to run
 * @param report takes the results
 * @author Quiver
 * @since 0.1
 */
record StartTarget(Settings settings, Report report) {

	void added() {
		Contender empty = new Contender("empty", StartUp.class, Map.of());
		Contender starter = new Contender("starter", StartUp.class, Map.of());
		if (this.settings.forks() != 0) {
			start(empty);
			start(starter);
		}
		Rounds rounds = Rounds.of(this.settings.pairs(), List.of(empty, starter), StartTarget::start);
		this.report.line("\n### Start of an application\n");
		this.report.line("| | empty | with starter, entity and repository | added |");
		this.report.line("|---|---|---|---|");
		row(rounds, "time until ready, ms", Measurement::time);
		row(rounds, "CPU until ready, ms", Measurement::cpu);
		row(rounds, "heap in use, MB", Measurement::heap);
	}

	private void row(Rounds rounds, String name, java.util.function.Function<Measurement, Double> part) {
		this.report.line(String.format(Locale.ROOT, "| %s | %s | %s | %s |", name, rounds.of("empty", part),
				rounds.of("starter", part), rounds.added("starter", "empty", part)));
	}

	private static Measurement start(Contender contender) {
		StartUp cost = StartUp.of(contender.name().equals("starter"), Settings.JVM_ARGUMENTS);
		return new Measurement(cost.milliseconds(), cost.cpuMilliseconds(), cost.heapMegabytes(), 0);
	}

}
