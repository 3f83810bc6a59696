package io.quiver.store.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * How many true neighbours a search finds at defaults, on vectors that lie as embeddings
 * do. {@code -Dtest.recall.rows=100000} is the full size.
 *
 * @author Quiver
 */
class RecallTests {

	private static final int ROWS = Integer.getInteger("test.recall.rows", 20_000);

	private static final int QUERIES = 200;

	private static final int DIMENSION = 384;

	private static final CollectionSpec SPEC = new CollectionSpec("syn",
			List.of(new KeyColumn("id", ColumnType.INTEGER, false),
					new VectorColumn("embedding", DIMENSION, Metric.COSINE, false)));

	@Test
	void ninetyFiveOfAHundredNeighboursAreFound() {
		SynVectors source = new SynVectors(DIMENSION, 42);
		float[][] vectors = source.next(ROWS);
		float[][] queries = source.next(QUERIES);
		try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory())) {
			client.create(SPEC);
			fill(client, vectors);
			client.optimize("syn", 1);
			double found = 0;
			double nearest = 0;
			double tenth = 0;
			for (float[] query : queries) {
				List<Integer> truth = search(client, query, SearchOptions.none().withExact());
				nearest += Metric.COSINE.rawScore(query, vectors[truth.get(0)]) / QUERIES;
				tenth += Metric.COSINE.rawScore(query, vectors[truth.get(9)]) / QUERIES;
				found += search(client, query, SearchOptions.none()).stream().filter(truth::contains).count();
			}
			assertStatistics(vectors, nearest, tenth);
			double recall = found / (10 * QUERIES);
			System.out.printf("recall@10 of %d rows at defaults: %.4f%n", ROWS, recall);
			assertThat(recall).isGreaterThanOrEqualTo(0.95);
		}
	}

	private static void fill(EmbeddedClient client, float[][] vectors) {
		List<Row> batch = new ArrayList<>();
		for (int id = 0; id < vectors.length; id++) {
			batch.add(Row.of(id, vectors[id]));
			if (batch.size() == 500 || id == vectors.length - 1) {
				client.write(WriteRequest.of(SPEC, WriteMode.SAVE, batch));
				batch = new ArrayList<>();
			}
		}
	}

	private static List<Integer> search(EmbeddedClient client, float[] query, SearchOptions options) {
		return client
			.nearest(new NearestRequest(SPEC, Projection.key(SPEC), 1, query, null, SimilarityRange.all(), 0, 10,
					options))
			.stream()
			.map((hit) -> (Integer) hit.row().get(0))
			.toList();
	}

	/**
	 * Those of 100,000 real embeddings' stand-in; fewer rows lie farther from a query.
	 */
	private static void assertStatistics(float[][] vectors, double nearest, double tenth) {
		Random random = new Random(1);
		double[] pairs = IntStream.range(0, 20_000)
			.mapToDouble((pair) -> Metric.COSINE.rawScore(vectors[random.nextInt(vectors.length)],
					vectors[random.nextInt(vectors.length)]))
			.toArray();
		double mean = Arrays.stream(pairs).average().orElseThrow();
		double deviation = Math
			.sqrt(Arrays.stream(pairs).map((pair) -> (pair - mean) * (pair - mean)).average().orElseThrow());
		assertThat(mean).isCloseTo(0.101, within(0.02));
		assertThat(deviation).isCloseTo(0.085, within(0.02));
		if (ROWS >= 100_000) {
			assertThat(nearest).isCloseTo(0.815, within(0.03));
			assertThat(tenth).isCloseTo(0.713, within(0.03));
		}
		else {
			assertThat(nearest).isBetween(0.6, 0.83);
			assertThat(tenth).isBetween(0.5, 0.73);
		}
	}

}
