package io.quiver.benchmarks;

import io.quiver.benchmarks.data.Statistics;
import io.quiver.benchmarks.data.VectorSet;

/**
 * Measures the targets and prints the report.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) {
		// before anything logs
		System.setProperty(Settings.LOGGING, Settings.QUIET);
		Report report = run(Settings.of(arguments));
		System.out.println(report);
	}

	static Report run(Settings settings) {
		Report report = new Report();
		report.line("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
				+ " processors, pairs: " + settings.pairs());
		if (settings.wants("1") || settings.wants("2") || settings.wants("3")) {
			report.line("\nVectors: " + Statistics.of(VectorSet.in(settings.directory(), settings.rows())));
		}
		SearchTargets search = new SearchTargets(settings, report);
		measure(settings, report, "1", search::repository);
		measure(settings, report, "2", search::peers);
		measure(settings, report, "3", search::filtered);
		measure(settings, report, "8", new WriteTarget(settings, report)::durable);
		measure(settings, report, "door", new DoorTarget(settings, report)::called);
		measure(settings, report, "proxima", new ProximaTarget(settings, report)::called);
		measure(settings, report, "recall", new RecallTarget(settings, report)::found);
		measure(settings, report, "start", new StartTarget(settings, report)::added);
		// last, since it ends here if its server is not installed
		measure(settings, report, "seekdb", new SeekdbTarget(settings, report)::measured);
		return report;
	}

	private static void measure(Settings settings, Report report, String target, Runnable measurement) {
		if (settings.wants(target)) {
			measurement.run();
			report.write(settings.directory().resolve("report.md"));
		}
	}

}
