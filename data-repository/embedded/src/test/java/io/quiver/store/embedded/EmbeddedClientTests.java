package io.quiver.store.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.embedded.EmbeddedSettings.Quantization;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * What the engine does beyond what every store does.
 *
 * @author Quiver
 */
class EmbeddedClientTests {

	private final EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory());

	@BeforeEach
	void create() {
		this.client.create(Samples.SPEC);
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	private static CollectionSpec vectors(int dimension, Metric metric) {
		return new CollectionSpec("vectors", List.of(new KeyColumn("id", ColumnType.INTEGER, false),
				new VectorColumn("vector", dimension, metric, true)));
	}

	private static List<Hit> nearest(EmbeddedClient client, CollectionSpec spec, float[] vector, int limit) {
		return client.nearest(new NearestRequest(spec, Projection.all(spec), 1, vector, null, SimilarityRange.all(), 0,
				limit, SearchOptions.none()));
	}

	private static float[] vector(int dimension, long seed) {
		float[] vector = new float[dimension];
		Random random = new Random(seed);
		for (int i = 0; i < dimension; i++) {
			vector[i] = (float) random.nextGaussian();
		}
		return vector;
	}

	@Test
	void luceneItselfCanBeAsked() {
		Samples.save(this.client, 1, 5);
		int found = this.client.search("samples",
				(searcher) -> searcher.count(new TermQuery(new Term("text", "row 1 in revision 5"))));
		assertThat(found).isEqualTo(1);
	}

	@Test
	void vectorsHaveUpTo4096Dimensions() {
		CollectionSpec spec = vectors(4096, Metric.COSINE);
		this.client.create(spec);
		float[] vector = vector(4096, 1);
		this.client.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1, vector))));
		assertThat(nearest(this.client, spec, vector, 1).get(0).score()).isCloseTo(1, within(1e-6));
	}

	@Test
	void longerVectorsAreRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.client.create(vectors(4097, Metric.COSINE)))
			.withMessageContaining("4096");
	}

	@Test
	void aVectorIsReadBackAsGivenThoughItsDirectionIsCompared() {
		CollectionSpec spec = vectors(3, Metric.COSINE);
		this.client.create(spec);
		float[] vector = { 3, 4, 12 };
		this.client.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1, vector))));
		Hit hit = nearest(this.client, spec, new float[] { 6, 8, 24 }, 1).get(0);
		assertThat(hit.score()).isCloseTo(1, within(1e-6));
		assertThat((float[]) hit.row().get(1)).containsExactly(vector);
	}

	@Test
	void aCallersArrayIsNotTheStoredOne() {
		CollectionSpec spec = vectors(2, Metric.EUCLIDEAN);
		this.client.create(spec);
		float[] vector = { 1, 2 };
		this.client.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1, vector))));
		vector[0] = 9;
		Row row = this.client.get(spec, List.of(Key.of(1)), Projection.all(spec), SearchOptions.none()).get(0);
		assertThat(row).isEqualTo(Row.of(1, new float[] { 1, 2 }));
	}

	@Test
	void rowsWithoutAGraphAreLinkedWhenNobodyWrites() {
		CollectionSpec spec = vectors(4, Metric.EUCLIDEAN);
		EmbeddedSettings settings = EmbeddedSettings.builder()
			.tinySegments(100)
			.commitInterval(Duration.ofMillis(50))
			.build();
		try (EmbeddedClient client = EmbeddedClient.open(settings)) {
			client.create(spec);
			for (int part = 0; part < 4; part++) {
				List<Row> rows = IntStream.range(part * 300, part * 300 + 300)
					.mapToObj((id) -> Row.of(id, vector(4, id)))
					.toList();
				client.write(WriteRequest.of(spec, WriteMode.SAVE, rows));
				client.stats("vectors"); // writes a segment
			}
			// four small segments are too few for Lucene's own merging
			Awaitility.await()
				.until(() -> client.stats("vectors").details().get("segments"),
						(segments) -> ((Number) segments).intValue() < 4);
		}
	}

	@Test
	void quantisedVectorsAreComparedAgainInFull() {
		CollectionSpec spec = vectors(32, Metric.COSINE);
		try (EmbeddedClient quantised = EmbeddedClient.open(
				EmbeddedSettings.builder().quantization(Quantization.INT8).exactThreshold(0).tinySegments(0).build())) {
			quantised.create(spec);
			for (int id = 0; id < 2000; id++) {
				quantised.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(id, vector(32, id)))));
			}
			float[] query = vector(32, 77);
			List<Hit> hits = nearest(quantised, spec, query, 10);
			assertThat(hits).hasSize(10);
			assertThat(hits).allSatisfy((hit) -> assertThat(hit.score()).isCloseTo(
					Metric.COSINE.rawScore(query, (float[]) Objects.requireNonNull(hit.row().get(1))), within(1e-5)));
			assertThat(hits.get(0).row().get(0)).isEqualTo(77);
		}
	}

	@Test
	void aLimitWithoutEndTakesNoMemory() {
		Samples.save(this.client, Samples.rows(0, 20));
		List<Hit> hits = this.client.nearest(new NearestRequest(Samples.SPEC, Projection.key(Samples.SPEC), 4,
				new float[] { 1, 1, 1, 1 }, null, SimilarityRange.all(), 5, Integer.MAX_VALUE, SearchOptions.none()));
		assertThat(hits).hasSize(15);
	}

	@Test
	void stringsLongerThanATermAreFoundByEveryCondition() {
		String text = "start" + "x".repeat(40_000) + "End";
		Samples.save(this.client, List.of(Row.of(1L, 1, text, Map.of("key", text), null), Samples.row(2, 2)));
		for (String field : List.of("text", "more.key")) {
			Filter.Field where = Filter.where(field);
			List.of(where.is(text), where.startsWith("start"), where.endsWith("End"), where.containsText("xE"),
					where.isIgnoreCase(text.toUpperCase()), where.in(List.of(text, "other")), where.gt("start"),
					where.lt("startz"), where.gte(text), where.lte(text))
				.forEach((filter) -> assertThat(find(filter)).contains(1L));
			List.of(where.isNot(text), where.is(text + "x"), where.gt(text), where.lt(text))
				.forEach((filter) -> assertThat(find(filter)).doesNotContain(1L));
		}
	}

	private List<Object> find(Filter filter) {
		return this.client
			.find(new FindRequest(Samples.SPEC, Projection.key(Samples.SPEC), filter, List.of(), 0, 10, null,
					SearchOptions.none()))
			.stream()
			.<Object>map((row) -> row.get(0))
			.toList();
	}

	@Test
	void thousandsOfValuesAreOneCondition() {
		Samples.save(this.client, Samples.rows(0, 3000));
		List<Long> wanted = LongStream.range(500, 5000).boxed().toList();
		assertThat(this.client.count(Samples.SPEC, Filter.where("id").in(wanted), SearchOptions.none()))
			.isEqualTo(2500);
	}

	@Test
	void aCallEndsAtItsDeadline() {
		Samples.save(this.client, Samples.rows(0, 2000));
		SearchOptions options = SearchOptions.none().withTimeout(Duration.ofNanos(1)).withExact();
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.client.nearest(new NearestRequest(Samples.SPEC, Projection.key(Samples.SPEC), 4,
					new float[4], null, SimilarityRange.all(), 0, 1, options)))
			.withMessageContaining("PT0.000000001S");
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.client.count(Samples.SPEC, null, options));
	}

	@Test
	void wordsAndNeighboursAreFusedByTheirWeight() {
		Samples.save(this.client,
				List.of(Row.of(1L, 0, "the quick fox", null, new float[] { 9, 0, 0, 0 }),
						Row.of(2L, 0, "a slow dog", null, new float[] { 0, 0, 0, 0 }),
						Row.of(3L, 0, "fox", null, new float[] { 5, 0, 0, 0 })));
		assertThat(fused(0)).containsExactly(3L, 1L);
		assertThat(fused(1)).containsExactly(2L, 3L, 1L);
		assertThat(fused(0.5).get(0)).isEqualTo(3L);
	}

	private List<Object> fused(double alpha) {
		NearestRequest near = new NearestRequest(Samples.SPEC, Projection.key(Samples.SPEC), 4, new float[4], null,
				SimilarityRange.all(), 0, 10, SearchOptions.none());
		return this.client
			.rank(new RankRequest(Samples.SPEC, Projection.key(Samples.SPEC), List.of(2), "fox", near, alpha, null, 0,
					10, SearchOptions.none()))
			.stream()
			.<Object>map((hit) -> hit.row().get(0))
			.toList();
	}

	@Test
	void afterCloseEveryCallIsRefused() {
		this.client.close();
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(this.client::collections)
			.withCauseInstanceOf(IllegalStateException.class);
	}

}
