package io.quiver.benchmarks.door;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The time of one call that is answered at once. Calls differ, as those of an application
 * do: where there is but one, the compiler sees through all of it and leaves out what any
 * real call needs. Who calls waits for the compiler, or a busy machine would be measured
 * with code that is not compiled yet.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsPrepend = "-Xbatch")
@State(Scope.Benchmark)
@NullUnmarked
public class DoorBenchmark {

	private static final int WARM_CALLS = 300_000;

	@Param("DOOR")
	public DoorSide side;

	@Param("10000")
	public int warmMilliseconds;

	private List<Supplier<Object>> calls;

	@Setup
	public void open() {
		this.calls = this.side.open();
		warm();
	}

	private void warm() {
		Turn turn = new Turn();
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(this.warmMilliseconds);
		for (int i = 0; i < WARM_CALLS && System.nanoTime() < end; i++) {
			answered(turn);
		}
	}

	@Benchmark
	public Object answered(Turn turn) {
		turn.next = (turn.next + 1) % this.calls.size();
		return this.calls.get(turn.next).get();
	}

	/**
	 * Which of the calls a thread makes next.
	 */
	@State(Scope.Thread)
	public static class Turn {

		private int next;

	}

}
