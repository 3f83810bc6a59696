package io.quiver.benchmarks.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Rows to be stored and queries that are not among them, all of length 1.
 *
 * @param rows the rows
 * @param queries the queries
 * @author Quiver
 * @since 0.1
 */
public record VectorSet(float[][] rows, float[][] queries) {

	public static final int DIMENSION = SynModel.DIMENSION;

	private static final long SEED = 20_261_121;

	private static final int QUERIES = 1000;

	private static final SynModel.Tuning TUNING = new SynModel.Tuning(0.587, 0.259, 0.398, 0.392, 0.254, 0.9, 4, 0.135,
			0.875);

	/**
	 * Draw the set. A smaller set holds the first rows of a larger one.
	 * @param rows how many rows
	 * @return the set
	 */
	public static VectorSet draw(int rows) {
		return draw(rows, QUERIES);
	}

	static VectorSet draw(int rows, int queries) {
		SynModel model = new SynModel(SEED, TUNING);
		return new VectorSet(IntStream.range(0, rows).parallel().mapToObj(model::row).toArray(float[][]::new),
				IntStream.range(0, queries).parallel().mapToObj((i) -> model.row(-1L - i)).toArray(float[][]::new));
	}

	/**
	 * Read the set from a directory, and draw and write it first if it is not there.
	 * @param directory where sets are kept
	 * @param rows how many rows
	 * @return the set
	 */
	public static VectorSet in(Path directory, int rows) {
		return in(file(directory, rows), QUERIES, () -> draw(rows));
	}

	/**
	 * Read a set from a file, and make and write it first if it is not there.
	 * @param file where the set is kept
	 * @param queries how many queries it has
	 * @param made makes the set
	 * @return the set
	 */
	public static VectorSet in(Path file, int queries, Supplier<VectorSet> made) {
		try {
			if (!Files.exists(file)) {
				VectorSet set = made.get();
				Path directory = file.toAbsolutePath().getParent();
				Files.createDirectories(directory);
				Path unfinished = Files.createTempFile(directory, "vectors", null);
				set.write(unfinished);
				Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
				return set;
			}
			float[][] vectors = read(file, (int) (Files.size(file) / (DIMENSION * Float.BYTES)));
			return new VectorSet(Arrays.copyOfRange(vectors, queries, vectors.length), Arrays.copyOf(vectors, queries));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read the queries alone.
	 * @param directory where sets are kept
	 * @param rows how many rows the set has
	 * @return the queries
	 */
	public static float[][] queriesIn(Path directory, int rows) {
		Path file = file(directory, rows);
		try {
			return Files.exists(file) ? read(file, QUERIES) : in(directory, rows).queries();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path file(Path directory, int rows) {
		return directory.resolve("syn-" + rows + ".f32");
	}

	private void write(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer buffer = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
			for (float[][] vectors : new float[][][] { this.queries, this.rows }) {
				for (float[] vector : vectors) {
					buffer.clear().asFloatBuffer().put(vector);
					while (buffer.hasRemaining()) {
						channel.write(buffer);
					}
				}
			}
		}
	}

	private static float[][] read(Path file, int count) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
			float[][] vectors = new float[count][DIMENSION];
			for (int i = 0; i < count; i++) {
				all.slice(i * DIMENSION * Float.BYTES, DIMENSION * Float.BYTES)
					.order(ByteOrder.LITTLE_ENDIAN)
					.asFloatBuffer()
					.get(vectors[i]);
			}
			return vectors;
		}
	}

}
