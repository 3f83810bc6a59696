package io.quiver.benchmarks.search;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The time of one search by one client.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@NullUnmarked
public class SearchBenchmark {

	private static final int WARM_CALLS = 20_000;

	@Param("QUIVER")
	public Side side;

	@Param("ALL")
	public Slice slice;

	@Param("100000")
	public int rows;

	@Param("0")
	public int ef;

	@Param("target/benchmarks")
	public String directory;

	@Param("15000")
	public int warmMilliseconds;

	private Searcher searcher;

	private int queries;

	private int next;

	@Setup
	public void open() {
		Scenario scenario = new Scenario(Path.of(this.directory), this.rows, this.slice, this.ef);
		this.queries = scenario.queries().length;
		this.searcher = this.side.open(scenario);
		warm();
	}

	/** By calls, not by time alone: who does more per call must be compiled, too. */
	private void warm() {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(this.warmMilliseconds);
		for (int i = 0; i < WARM_CALLS && System.nanoTime() < end; i++) {
			nearest();
		}
	}

	@Benchmark
	public Object nearest() {
		this.next = (this.next + 1) % this.queries;
		return this.searcher.search(this.next);
	}

	@TearDown
	public void close() {
		this.searcher.close();
	}

}
