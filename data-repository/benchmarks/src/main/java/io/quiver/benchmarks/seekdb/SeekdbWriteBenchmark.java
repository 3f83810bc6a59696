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

	/** So many small batches are saved for each large one. */
	private static final int SMALL_BATCHES = 20;

	private static final int LARGE_BATCH = 4 * WriteSide.CHUNK;

	@Param("REPOSITORY")
	public WriteSide side;

	private ProductWrite table;

	private List<Product> products;

	private int calls;

	/**
	 * Small batches mostly: what is done once for a call would otherwise never be
	 * compiled.
	 */
	@Setup
	public void open() {
		this.products = ProductDatabase.products(vectors());
		this.table = this.side.open(this.url);
		warm(WARM_CALLS, this::saveSome);
	}

	private void saveSome() {
		int size = (this.calls++ % SMALL_BATCHES == 0) ? LARGE_BATCH : SMALL_BATCH;
		this.table.save(this.products.subList(0, Math.min(size, this.products.size())));
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
