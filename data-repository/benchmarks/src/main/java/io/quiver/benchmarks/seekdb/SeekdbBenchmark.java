package io.quiver.benchmarks.seekdb;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.benchmarks.warm.WarmUp;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Calls by one thread to a server that is a process of its own.
 *
 * @author Quiver
 * @since 0.1
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@NullUnmarked
public abstract class SeekdbBenchmark {

	@Param("jdbc:mariadb://127.0.0.1:2881/test")
	public String url;

	@Param("0")
	public long pid;

	@Param("20000")
	public int rows;

	@Param("target/benchmarks")
	public String directory;

	@Param("10000")
	public int warmMilliseconds;

	VectorSet vectors() {
		return VectorSet.in(Path.of(this.directory), this.rows);
	}

	ProductDatabase database() {
		return new ProductDatabase(this.url, this.pid);
	}

	void warm(int calls, Runnable call) {
		new WarmUp(this.warmMilliseconds, calls).run(call);
	}

}
