package io.quiver.benchmarks.seekdb;

import java.util.List;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The time of one call that writes all rows into an empty table.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.SingleShotTime)
@NullUnmarked
public class SeekdbWriteBenchmark extends SeekdbBenchmark {

	private static final int WARM_CALLS = 200;

	private static final int SMALL_BATCH = 10;

	@Param("REPOSITORY")
	public WriteSide side;

	private ProductWrite table;

	private List<Product> products;

	private int next;

	/** Small batches: what is done once for a call would otherwise never be compiled. */
	@Setup
	public void open() {
		this.products = ProductDatabase.products(vectors());
		this.table = this.side.open(this.url);
		warm(WARM_CALLS, this::saveSome);
	}

	private void saveSome() {
		this.next = (this.next + SMALL_BATCH) % (this.products.size() - SMALL_BATCH);
		this.table.save(this.products.subList(this.next, this.next + SMALL_BATCH));
	}

	@Setup(Level.Iteration)
	public void empty() {
		database().empty();
	}

	@Benchmark
	public void save() {
		this.table.save(this.products);
	}

	@TearDown
	public void close() {
		this.table.close();
	}

}
