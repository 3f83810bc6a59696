package io.quiver.benchmarks;

import java.util.Collection;
import java.util.Objects;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one contender once, in a JVM of its own.
 *
 * @param settings how long
 * @author Quiver
 * @since 0.1
 */
record Jmh(Settings settings) {

	/** The bytes of one operation, as {@link GCProfiler} calls them. */
	private static final String ALLOCATED = "gc.alloc.rate.norm";

	Measurement run(Contender contender) {
		ChainedOptionsBuilder options = new OptionsBuilder()
			.include(contender.benchmark().getName().replace(".", "\\.") + "\\..*")
			.forks(this.settings.forks())
			.jvmArgs(Settings.JVM_ARGUMENTS)
			.jvmArgsAppend("-D" + Settings.LOGGING + "=" + Settings.QUIET)
			.warmupIterations(this.settings.warmups())
			.warmupTime(TimeValue.milliseconds(this.settings.milliseconds()))
			.measurementIterations(this.settings.iterations())
			.measurementTime(TimeValue.milliseconds(this.settings.milliseconds()))
			.param("warmMilliseconds", Integer.toString(this.settings.warm()))
			.param("directory", this.settings.directory().toString())
			.addProfiler(CpuProfiler.class)
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT);
		contender.parameters().forEach(options::param);
		try {
			Collection<RunResult> results = new Runner(options.build()).run();
			return measurement(results.iterator().next());
		}
		catch (RunnerException ex) {
			throw new IllegalStateException("Benchmark of " + contender.name() + " failed", ex);
		}
	}

	private static Measurement measurement(RunResult result) {
		Result<?> primary = result.getPrimaryResult();
		boolean sampled = result.getParams().getMode() == Mode.SampleTime;
		double time = sampled ? primary.getStatistics().getPercentile(50) : primary.getScore();
		Result<?> cpu = Objects.requireNonNull(result.getSecondaryResults().get(CpuProfiler.LABEL));
		Result<?> allocated = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
		return new Measurement(time, cpu.getScore(), 0, allocated.getScore());
	}

}
