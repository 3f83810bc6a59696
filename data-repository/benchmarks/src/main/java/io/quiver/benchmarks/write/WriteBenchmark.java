package io.quiver.benchmarks.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.benchmarks.search.Article;
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

import org.springframework.util.FileSystemUtils;

/**
 * The time of one acknowledged write by one client, who goes on without a pause.
 *
 * @author Quiver
 * @since 0.1
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@NullUnmarked
public class WriteBenchmark {

	private static final int WARM_ROWS = 10_000;

	@Param("QUIVER")
	public WriteSide side;

	@Param("1")
	public int batch;

	@Param("20000")
	public int rows;

	@Param("target/benchmarks")
	public String directory;

	@Param("10000")
	public int warmMilliseconds;

	private VectorSet vectors;

	private Path written;

	private RowWriter writer;

	private long next;

	@Setup
	public void open() throws IOException {
		this.vectors = VectorSet.in(Path.of(this.directory), this.rows);
		this.written = Files.createTempDirectory(Path.of(this.directory), "write");
		this.writer = this.side.open(this.written);
		warm();
	}

	private void warm() {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(this.warmMilliseconds);
		while (this.next < WARM_ROWS && System.nanoTime() < end) {
			acknowledged();
		}
	}

	@Benchmark
	public void acknowledged() {
		List<Article> articles = new ArrayList<>(this.batch);
		for (int i = 0; i < this.batch; i++) {
			int row = (int) (this.next % this.rows);
			articles.add(Article.of(this.next++, row, this.vectors.rows()[row]));
		}
		this.writer.write(articles);
	}

	@TearDown
	public void close() throws IOException {
		this.writer.close();
		FileSystemUtils.deleteRecursively(this.written);
	}

}
