package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.IvfOptions;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.SearchTuning;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

/**
 * Tests for searching a {@link SeekdbTable} of the real server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("S7: approximate and exact search by every distance, with filters, fields, expressions and partitions")
class TableSearchTests {

	private static final int ROWS = 300;

	private static final float[] QUERY = { 0.3f, -0.7f, 0.2f, 0.9f };

	private static SeekdbClient client;

	private static List<Map<String, @Nullable Object>> rows;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
		Random random = new Random(42);
		rows = new ArrayList<>();
		for (int id = 0; id < ROWS; id++) {
			float[] vector = new float[4];
			for (int i = 0; i < vector.length; i++) {
				vector[i] = random.nextFloat(-1, 1);
			}
			rows.add(row("id", id, "parity", (id % 2 == 0) ? "even" : "odd", "price", id / 10.0, "v", vector));
		}
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@ParameterizedTest
	@EnumSource(Distance.class)
	void approximateAndExactSearchFindTheNearestByEveryDistance(Distance distance) {
		SeekdbTable table = filled("search_" + distance, schema(VectorIndex.hnsw("vi", "v", distance)));
		SearchRequest request = SearchRequest.of("v", QUERY, distance).withFields("id").withLimit(7);
		List<Map.Entry<Integer, Double>> expected = expected(distance).subList(0, 7);
		for (SearchRequest search : List.of(request, request.withExact())) {
			List<SearchHit<Map<String, @Nullable Object>>> hits = table.search(search);
			assertThat(hits).extracting((hit) -> hit.content().get("id"))
				.isEqualTo(expected.stream().map(Map.Entry::getKey).toList());
			for (int i = 0; i < hits.size(); i++) {
				assertThat(hits.get(i).distance()).isCloseTo(expected.get(i).getValue(), offset(1e-5));
			}
		}
		assertThat(table.explain(request)).contains("VECTOR INDEX");
		assertThat(table.explain(request.withExact())).doesNotContain("VECTOR INDEX");
	}

	@Test
	void aWholeRowComesWithItsVectorToTheLastBitAndStillByTheIndex() {
		SeekdbTable table = filled("search_whole", schema(VectorIndex.hnsw("vi", "v", Distance.L2)));
		SearchRequest request = SearchRequest.of("v", vector(rows.get(17)), Distance.L2).withLimit(1);
		SearchHit<Map<String, @Nullable Object>> hit = table.search(request).get(0);
		assertThat(hit.distance()).isZero();
		assertThat(hit.content()).containsEntry("id", 17)
			.containsEntry("price", 1.7)
			.containsEntry("v", rows.get(17).get("v"));
		assertThat(table.explain(request)).contains("VECTOR INDEX");
	}

	@Test
	void aFilterIsAppliedToWhatIsSearchedAndNotToWhatIsFound() {
		SeekdbTable table = filled("search_filter", schema(VectorIndex.hnsw("vi", "v", Distance.L2)));
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id").withLimit(5);
		List<Integer> expected = expected(Distance.L2).stream()
			.map(Map.Entry::getKey)
			.filter((id) -> id % 2 == 1 && id >= 100)
			.limit(5)
			.toList();
		SearchRequest text = request.withFilter(Condition.of("`parity` = ? AND id >= ?", "odd", 100));
		SearchRequest built = request
			.withFilter(Condition.field("parity").equalTo("odd").and(Condition.field("id").atLeast(100)));
		for (SearchRequest search : List.of(text, built, text.withExact(), built.withExact())) {
			assertThat(table.search(search)).extracting((hit) -> hit.content().get("id")).isEqualTo(expected);
		}
		assertThat(table.explain(text)).contains("VECTOR INDEX");
		assertThat(table.search(request.withFilter(Condition.of("1 = 0")))).isEmpty();
	}

	@Test
	void fieldsExpressionsAndDistancesComeAsTheyAreAskedFor() {
		SeekdbTable table = filled("search_output", schema(VectorIndex.hnsw("vi", "v", Distance.COSINE)));
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.COSINE)
			.withFields("price")
			.withExpression(OutputExpression.of("twice", "`price` * ?", 2))
			.withExpression(OutputExpression.of("a `name`", "UPPER(parity)"))
			.withLimit(1);
		int nearest = expected(Distance.COSINE).get(0).getKey();
		SearchHit<Map<String, @Nullable Object>> hit = table.search(request).get(0);
		assertThat(hit.content()).containsEntry("price", nearest / 10.0)
			.containsEntry("twice", nearest / 5.0)
			.containsEntry("a `name`", (nearest % 2 == 0) ? "EVEN" : "ODD")
			.hasSize(3);
		assertThat(hit.distance()).isNotNull();
		assertThat(table.search(request.withoutDistance()).get(0).distance()).isNull();
		assertThat(table.as((row, number) -> row.getDouble(1)).search(request).get(0).content())
			.isEqualTo(nearest / 10.0);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
	}

	@ParameterizedTest
	@EnumSource(Distance.class)
	void aBoundLeavesOutWhatIsFarther(Distance distance) {
		SeekdbTable table = filled("search_bound_" + distance, schema(VectorIndex.hnsw("vi", "v", distance)));
		List<Map.Entry<Integer, Double>> expected = expected(distance);
		double bound = (expected.get(3).getValue() + expected.get(4).getValue()) / 2;
		SearchRequest request = SearchRequest.of("v", QUERY, distance)
			.withFields("id")
			.withMaxDistance(bound)
			.withLimit(20);
		List<Integer> within = expected.subList(0, 4).stream().map(Map.Entry::getKey).toList();
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("id")).isEqualTo(within);
		assertThat(table.search(request.withExact())).extracting((hit) -> hit.content().get("id")).isEqualTo(within);
	}

	@Test
	void anOffsetLeavesTheNearestOut() {
		SeekdbTable table = filled("search_offset", schema(VectorIndex.hnsw("vi", "v", Distance.L2)));
		List<Integer> expected = expected(Distance.L2).subList(10, 15).stream().map(Map.Entry::getKey).toList();
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id").withLimit(5).withOffset(10);
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("id")).isEqualTo(expected);
		assertThat(table.search(request.withExact())).extracting((hit) -> hit.content().get("id")).isEqualTo(expected);
	}

	@Test
	void aSearchMayBeLimitedToPartitions() {
		SeekdbTable table = filled("search_partitions",
				schema(VectorIndex.hnsw("vi", "v", Distance.L2)).withPartitioning(Partitioning.range("id",
						Partition.lessThan("p0", 100), Partition.lessThan("p1", PartitionBound.MAXVALUE))));
		List<Integer> expected = expected(Distance.L2).stream()
			.map(Map.Entry::getKey)
			.filter((id) -> id < 100)
			.limit(5)
			.toList();
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2)
			.withFields("id")
			.withPartitions("p0")
			.withLimit(5);
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("id")).isEqualTo(expected);
		assertThat(table.search(request.withExact())).extracting((hit) -> hit.content().get("id")).isEqualTo(expected);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
	}

	@Test
	void everyTypeOfIndexTakesTheTuningOfItsKindAndNoOther() {
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id").withLimit(3);
		SearchTuning none = SearchTuning.none();
		int nearest = expected(Distance.L2).get(0).getKey();
		SeekdbTable hnsw = filled("search_hnsw", schema(VectorIndex.hnsw("vi", "v", Distance.L2)));
		assertThat(hnsw.search(request.withEfSearch(200)).get(0).content()).containsEntry("id", nearest);
		refused(hnsw, request.withTuning(none.withNprobes(3).withRefineK(2)), "[refineK, nprobes]");
		SeekdbTable bits = filled("search_bq", schema(VectorIndex.of("vi", "v", Distance.L2, HnswOptions.bq())));
		assertThat(bits.search(request.withTuning(none.withEfSearch(200).withRefineK(10))).get(0).content())
			.containsEntry("id", nearest);
		refused(bits, request.withTuning(none.withDropRatioSearch(0.5)), "[dropRatioSearch]");
		SeekdbTable lists = filled("search_ivf",
				schema(VectorIndex.of("vi", "v", Distance.L2, IvfOptions.flat().withNlist(4))));
		ServerTables.patiently(() -> lists.indexes().rebuild("vi", 0));
		assertThat(lists.search(request.withTuning(none.withNprobes(4))).get(0).content()).containsEntry("id", nearest);
		refused(lists, request.withEfSearch(10), "[efSearch]");
		Integer nprobes = client
			.session((session) -> session.jdbcClient().sql("SELECT @@ob_ivf_nprobes").query(Integer.class).single());
		assertThat(nprobes).isEqualTo(8);
	}

	@Test
	void sparseVectorsAreSearchedByTheInnerProduct() {
		SeekdbTable table = ServerTables.create(client, "search_sparse",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("s", FieldType.SPARSEVECTOR))
					.withIndex(VectorIndex.sindi("si", "s")));
		table.insert(List.of(row("id", 1, "s", SparseVector.of(Map.of(1, 1f, 5, 1f))),
				row("id", 2, "s", Map.of(1, 0.5f)), row("id", 3, "s", "{9:1}")));
		SearchRequest request = SearchRequest.of("s", SparseVector.of(Map.of(1, 2f, 7, 1f)), Distance.INNER_PRODUCT)
			.withFields("id");
		assertThat(table.search(request)).containsExactly(new SearchHit<>(row("id", 1), 2.0),
				new SearchHit<>(row("id", 2), 1.0));
		assertThat(table.search(request.withTuning(SearchTuning.none().withDropRatioSearch(0.1)))).hasSize(2);
		assertThat(table.search(request.withExact())).extracting(SearchHit::distance).containsExactly(2.0, 1.0, 0.0);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
	}

	@Test
	void rowsWithoutAVectorAreNotFound() {
		SeekdbTable table = ServerTables.create(client, "search_null",
				TableSchema
					.of(FieldSchema.primary("id", FieldType.INT),
							FieldSchema.of("v", FieldType.vector(2)).withNullable())
					.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2)));
		table.insert(List.of(row("id", 1, "v", null), row("id", 2, "v", new float[] { 1, 1 })));
		SearchRequest request = SearchRequest.of("v", new float[] { 0, 0 }, Distance.L2).withFields("id");
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("id")).containsExactly(2);
		assertThat(table.search(request.withExact())).extracting((hit) -> hit.content().get("id")).containsExactly(2);
	}

	@Test
	void whatTheServerWouldAnswerByReadingTheWholeTableIsRefusedWithTheCure() {
		SeekdbTable table = filled("search_refused", schema(VectorIndex.hnsw("vi", "v", Distance.COSINE)));
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id");
		refused(table, request, "'vi' of 'search_refused' is built for cosine, not for L2");
		refused(table, request, "or search exactly");
		assertThat(table.search(request.withExact())).hasSize(10);
		table.indexes().drop("vi");
		refused(table, request, "has no vector index: create one for L2, or search exactly");
		table.indexes().create(VectorIndex.hnsw("vi", "v", Distance.L2));
		assertThat(table.search(request)).hasSize(10);
		refused(table, request.withLimit(16_384).withOffset(1), "at most 16384 rows");
		refused(table, SearchRequest.of("price", QUERY, Distance.L2), "does not compare with a dense vector");
		refused(table, SearchRequest.of("nothing", QUERY, Distance.L2), "no field 'nothing'");
		refused(table, SearchRequest.of("v", new float[3], Distance.L2), "must have 4 elements, not 3");
	}

	@Test
	void anIndexThatSomebodyElseMadeIsFoundAtOnce() {
		SeekdbTable table = filled("search_other", schema(null));
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id");
		refused(table, request, "has no vector index");
		client.jdbcClient().sql("CREATE VECTOR INDEX vi ON search_other (v) WITH (distance=l2, type=hnsw)").update();
		assertThat(table.search(request)).hasSize(10);
	}

	@Test
	void anIndexThatAnswersWronglyIsRefused() {
		SeekdbTable table = filled("search_sq8", schema(null));
		client.jdbcClient().sql("CREATE VECTOR INDEX vi ON search_sq8 (v) WITH (distance=l2, type=ivf_sq8)").update();
		refused(table, SearchRequest.of("v", QUERY, Distance.L2), "ivf_sq8, with which seekdb finds wrong rows");
	}

	private static void refused(SeekdbTable table, SearchRequest request, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> table.search(request))
			.withMessageContaining(message);
	}

	private static TableSchema schema(@Nullable VectorIndex index) {
		TableSchema schema = TableSchema.of(FieldSchema.primary("id", FieldType.INT),
				FieldSchema.of("parity", FieldType.varchar(10)), FieldSchema.of("price", FieldType.DOUBLE),
				FieldSchema.vector("v", 4));
		return (index != null) ? schema.withIndex(index) : schema;
	}

	private static SeekdbTable filled(String name, TableSchema schema) {
		SeekdbTable table = ServerTables.create(client, name, schema);
		table.insert(rows);
		return table;
	}

	private static float[] vector(Map<String, @Nullable Object> row) {
		return (float[]) Objects.requireNonNull(row.get("v"));
	}

	private static List<Map.Entry<Integer, Double>> expected(Distance distance) {
		List<Map.Entry<Integer, Double>> all = new ArrayList<>();
		for (int id = 0; id < ROWS; id++) {
			all.add(Map.entry(id, distance(distance, vector(rows.get(id)))));
		}
		all.sort(Map.Entry.comparingByValue());
		if (!distance.ascending()) {
			Collections.reverse(all);
		}
		return all;
	}

	private static double distance(Distance distance, float[] vector) {
		double product = 0;
		double squares = 0;
		double own = 0;
		double queried = 0;
		for (int i = 0; i < vector.length; i++) {
			product += (double) vector[i] * QUERY[i];
			squares += Math.pow((double) vector[i] - QUERY[i], 2);
			own += (double) vector[i] * vector[i];
			queried += (double) QUERY[i] * QUERY[i];
		}
		return switch (distance) {
			case L2 -> Math.sqrt(squares);
			case COSINE -> 1 - product / Math.sqrt(own * queried);
			case INNER_PRODUCT -> product;
			case NEGATIVE_INNER_PRODUCT -> -product;
		};
	}

}
