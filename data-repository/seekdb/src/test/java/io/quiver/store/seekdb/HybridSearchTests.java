package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.ConditionField;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RankedHit;
import io.quiver.store.seekdb.model.RowOrder;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TextMode;
import io.quiver.store.seekdb.model.TextRequest;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for full-text and hybrid search, and for filters on JSON, in a
 * {@link SeekdbTable} of the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S12: hybrid search of text and vectors, and filters on fields of JSON")
class HybridSearchTests {

	private static final TableSchema SCHEMA = TableSchema
		.of(FieldSchema.primary("id", FieldType.varbinary(20)), FieldSchema.of("title", FieldType.LONGTEXT),
				FieldSchema.of("meta", FieldType.JSON).withNullable(), FieldSchema.vector("v", 2))
		.withIndex(FullTextIndex.of("words", "title").withParser(FullTextIndex.Parser.SPACE))
		.withIndex(VectorIndex.of("vi", "v", Distance.L2, HnswOptions.hnsw().withSyncMode(SyncMode.IMMEDIATE)));

	private static SeekdbClient client;

	private static SeekdbTable table;

	private static SeekdbTable heap;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
		table = filled("hybrid_index", SCHEMA);
		heap = filled("hybrid_heap", SCHEMA.withOrganization(Organization.HEAP));
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void wordsFindTheRowsThatHaveThemWithAScore() {
		List<RankedHit<Map<String, @Nullable Object>>> hits = table
			.search(TextRequest.of("silver arrow", "title").withFields("title"));
		assertThat(hits).hasSize(3);
		assertThat(hits.get(0).content()).isEqualTo(row("title", "silver arrow in the quiver"));
		assertThat(hits.get(0).score()).isGreaterThan(hits.get(1).score());
		TextRequest onlyGold = TextRequest.of("+arrow -silver", "title").withMode(TextMode.BOOLEAN).withFields("title");
		assertThat(table.as((row, number) -> row.getString(1)).search(onlyGold)).extracting(RankedHit::content)
			.containsExactly("an arrow of gold");
		assertThat(table.search(TextRequest.of("arrow", "title").withLimit(1).withOffset(1))).hasSize(1);
		assertThat(table.search(TextRequest.of("arrow", "title").withFilter(Condition.field("id").equalTo("d"))))
			.hasSize(1);
		assertThat(table.search(TextRequest.of("it's \\ ' OR 1=1 --", "title"))).isEmpty();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> table.search(TextRequest.of("arrow", "id", "title")));
	}

	@Test
	void aMatchFiltersASearchByVector() {
		SearchRequest request = SearchRequest.of("v", new float[] { 0, 0 }, Distance.L2)
			.withFields("title")
			.withFilter(Condition.match("arrow", TextMode.NATURAL_LANGUAGE, "title"));
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("title"))
			.containsExactly("silver arrow in the quiver", "an arrow of gold");
	}

	@Test
	void aHybridSearchFusesTheRanksOfBoth() {
		SearchRequest nearest = SearchRequest.of("v", new float[] { 2.1f, 0 }, Distance.L2).withLimit(3);
		TextRequest text = TextRequest.of("silver arrow", "title").withLimit(2);
		HybridRequest request = HybridRequest.of(nearest, text).withOutput(Output.fields("title")).withLimit(3);
		for (SeekdbTable either : List.of(table, heap)) {
			List<RankedHit<String>> hits = either.as((row, number) -> row.getString("title")).search(request);
			assertThat(hits).extracting(RankedHit::content).hasSize(3).startsWith("silver arrow in the quiver");
			assertThat(hits.get(0).score()).isEqualTo(1.0 / 62 + 1.0 / 61);
		}
		assertThat(table.search(request.withWeights(1, 0).withRankConstant(1))).extracting(RankedHit::score)
			.containsExactly(1 / 2.0, 1 / 3.0, 1 / 4.0);
		assertThat(table.search(request.withWeights(0, 2))).extracting((hit) -> hit.content().get("title"))
			.startsWith("silver arrow in the quiver")
			.hasSize(2);
	}

	@Test
	void theServersOwnHybridSearchTakesTextsAsTexts() {
		Map<String, Object> knn = Map.of("field", "v", "k", 2, "query_vector", new float[] { 0, 0 });
		String found = heap.hybridSearch(
				Map.of("query", Map.of("match", Map.of("title", "arrow")), "knn", knn, "_source", List.of("title")));
		assertThat(found).contains("silver arrow in the quiver").contains("_score");
		List<String> hostile = List.of("x') OR 1=1 OR MATCH(title) AGAINST ('x", "qu'ick", "back\\slash", "\\'",
				"'; DROP TABLE hybrid_heap; --", "\"");
		for (String text : hostile) {
			assertThat(heap.hybridSearch(Map.of("query", Map.of("match", Map.of("title", text))))).as(text)
				.isEqualTo("[]");
		}
		assertThat(heap.hybridSearch(Map.of("query", Map.of("match", Map.of("title", "it's here")))))
			.contains("it's here");
		assertThat(heap.count()).isEqualTo(5);
	}

	@Test
	void theServersOwnHybridSearchIsRefusedWhereItDoesNotWork() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> table.hybridSearch(Map.of("query", Map.of("match", Map.of("title", "arrow")))))
			.withMessageContaining("HEAP alone")
			.withMessageContaining("HybridRequest");
	}

	@Test
	void fieldsOfJsonAreComparedWithValuesOfTheirType() {
		ConditionField page = Condition.json("meta", "$.page");
		assertThat(ids(page.equalTo(1))).containsExactly("a");
		assertThat(ids(page.notEqualTo(1))).containsExactly("b");
		assertThat(ids(page.greaterThan(0))).containsExactly("a", "b");
		assertThat(ids(page.atMost(2.5))).containsExactly("a", "b");
		assertThat(ids(page.equalTo("1"))).containsExactly("c");
		assertThat(ids(page.in(2.5, "1"))).containsExactly("b", "c");
		ConditionField name = Condition.json("meta", "$.author.name");
		assertThat(ids(name.equalTo("O'Brien"))).containsExactly("a");
		assertThat(ids(name.equalTo("o'brien"))).isEmpty();
		assertThat(ids(name.like("O%"))).containsExactly("a");
		assertThat(ids(name.greaterThan("Z"))).isEmpty();
		ConditionField free = Condition.json("meta", "$.free");
		assertThat(ids(free.equalTo(true))).containsExactly("a");
		assertThat(ids(free.equalTo(false))).containsExactly("b");
		assertThat(ids(free.isNull())).containsExactly("c", "d", "e");
		assertThat(ids(free.isNotNull())).containsExactly("a", "b");
		assertThat(ids(Condition.json("meta", "$.tags").contains("x"))).containsExactly("a");
		assertThat(ids(Condition.field("meta").contains(Map.of("page", 2.5)))).containsExactly("b");
		assertThat(ids(Condition.json("meta", "$.\"odd 'key\\\"\"").equalTo("v"))).isEmpty();
		assertThat(ids(Condition.of("meta->'$.page' = ?", 1))).containsExactly("a");
	}

	@Test
	void aFilterOnJsonIsPartOfASearchByVector() {
		SearchRequest request = SearchRequest.of("v", new float[] { 9, 9 }, Distance.L2)
			.withFields("title")
			.withFilter(Condition.json("meta", "$.page").atLeast(1));
		assertThat(table.search(request)).hasSize(2);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
	}

	private static List<String> ids(Condition condition) {
		return table.as((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
			.query(QueryRequest.where(condition).withFields("id").withOrder(RowOrder.ascending("id")));
	}

	private static SeekdbTable filled(String name, TableSchema schema) {
		SeekdbTable filled = ServerTables.create(client, name, schema);
		filled.insert(List.of(
				row("id", "a", "title", "an arrow of gold", "v", new float[] { 9, 0 }, "meta",
						Map.of("page", 1, "author", Map.of("name", "O'Brien"), "free", true, "tags",
								List.of("x", "y"))),
				row("id", "b", "title", "bronze", "v", new float[] { 1, 0 }, "meta", "{\"page\":2.5,\"free\":false}"),
				row("id", "c", "title", "silver", "v", new float[] { 5, 0 }, "meta", row("page", "1", "free", null)),
				row("id", "d", "title", "silver arrow in the quiver", "v", new float[] { 3, 0 }, "meta", null),
				row("id", "e", "title", "it's here", "v", new float[] { 2, 0 }, "meta", List.of())));
		return filled;
	}

}
