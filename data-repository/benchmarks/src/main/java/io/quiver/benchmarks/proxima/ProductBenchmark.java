package io.quiver.benchmarks.proxima;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.benchmarks.warm.WarmUp;
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
 * Calls by one thread to a server that is a process of its own.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@NullUnmarked
public abstract class ProductBenchmark {

	@Param("REPOSITORY")
	public ProductSide side;

	@Param("16000")
	public int port;

	@Param("10000")
	public int rows;

	@Param("target/benchmarks")
	public String directory;

	@Param("10000")
	public int warmMilliseconds;

	private ProductAccess products;

	private VectorSet vectors;

	private int next;

	@Setup
	public void open() {
		this.vectors = VectorSet.in(Path.of(this.directory), this.rows);
		this.products = this.side.open(this.port);
		new WarmUp(this.warmMilliseconds, warmCalls()).run(this::warmCall);
	}

	void warmCall() {
		called();
	}

	/**
	 * Make the call.
	 * @return what it brings
	 */
	@Benchmark
	public Object called() {
		try {
			return call();
		}
		catch (RuntimeException ex) {
			// as text, since it goes to another process, and not all of gRPC can
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			throw new IllegalStateException(trace.toString());
		}
	}

	/** How many calls are made before the compiler is looked at again. */
	abstract int warmCalls();

	abstract Object call();

	ProductAccess products() {
		return this.products;
	}

	float[][] vectors() {
		return this.vectors.rows();
	}

	float[] query() {
		this.next = (this.next + 1) % this.vectors.queries().length;
		return this.vectors.queries()[this.next];
	}

	@TearDown
	public void close() {
		this.products.close();
	}

}
