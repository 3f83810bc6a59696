package io.quiver.benchmarks.seekdb;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The time of one search.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.AverageTime)
@NullUnmarked
public class SeekdbSearchBenchmark extends SeekdbBenchmark {

	/**
	 * After 15,000 the compiler has another second of work, which no look at fewer would
	 * foresee.
	 */
	private static final int WARM_CALLS = 20_000;

	@Param("REPOSITORY")
	public SearchSide side;

	@Param("true")
	public boolean vector;

	private ProductSearch products;

	private float[][] queries;

	private int next;

	@Setup
	public void open() {
		this.queries = vectors().queries();
		this.products = this.side.open(this.url);
		warm(WARM_CALLS, this::search);
	}

	/**
	 * Search once.
	 * @return what was found
	 */
	@Benchmark
	public Object search() {
		this.next = (this.next + 1) % this.queries.length;
		float[] query = this.queries[this.next];
		return (this.vector) ? this.products.nearest(query) : this.products.nearestCards(query);
	}

	@TearDown
	public void close() {
		this.products.close();
	}

}
