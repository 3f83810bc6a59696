package io.quiver.store.seekdb;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TableStatistics;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation of pyobvector does, one example after the other.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("S2-S11: everything that a user of pyobvector does")
class PyobvectorDocumentTests {

	private static SeekdbClient client;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void theWayOfCollections() {
		SeekdbTables tables = client.tables();
		tables.dropIfPresent("doc_articles");
		assertThat(tables.exists("doc_articles")).isFalse();
		TableSchema schema = TableSchema
			.of(FieldSchema.primary("id", FieldType.BIGINT),
					FieldSchema.of("title", FieldType.varchar(512)).withNullable(), FieldSchema.vector("embedding", 3),
					FieldSchema.of("meta", FieldType.JSON).withNullable())
			.withIndex(VectorIndex.of("vidx", "embedding", Distance.L2,
					HnswOptions.hnsw().withM(16).withEfConstruction(256)))
			.withPartitioning(Partitioning.range("id", Partition.lessThan("p0", 100),
					Partition.lessThan("p1", PartitionBound.MAXVALUE)));
		SeekdbTable articles = tables.create("doc_articles", schema);
		articles.insert(List.of(row("id", 12, "embedding", List.of(1, 2, 3), "meta", Map.of("doc", "document 1")),
				row("id", 90, "embedding", List.of(0.13, 0.123, 1.213), "meta", Map.of("doc", "document 1")),
				row("id", 112, "embedding", List.of(1, 2, 3), "meta", null),
				row("id", 190, "embedding", List.of(0.13, 0.123, 1.213), "meta", null)));
		articles.insert(WriteRequest.of(row("id", 80, "embedding", List.of(0, 0, 0))).withPartition("p0"));
		articles.upsert(List.of(row("id", 112, "embedding", List.of(1, 2, 3), "meta", Map.of("doc", "hhh1"))));
		assertThat(tables.statistics("doc_articles")).isEqualTo(new TableStatistics(5, 2, 2));
		assertThat(articles.search(SearchRequest.of("embedding", new float[] { 0, 0, 1 }, Distance.L2)
			.withFilter(Condition.field("id").lessThan(100))
			.withFields("id")
			.withLimit(2))).extracting((hit) -> hit.content().get("id")).containsExactly(90L, 80L);
		assertThat(articles.search(SearchRequest.of("embedding", new float[] { 0, 0, 1 }, Distance.L2)
			.withPartitions("p1")
			.withoutDistance())).extracting((hit) -> hit.content().get("id")).containsExactly(190L, 112L);
		assertThat(articles.query(QueryRequest.where(Condition.of("id < 100")).withFields("id"))).hasSize(3);
		assertThat(articles.get(Selection.ids(80, 12, 112), Output.fields("id", "meta"))).hasSize(3)
			.contains(row("id", 80L, "meta", null));
		assertThat(articles.delete(Selection.ids(12, 112).withPartitions("p0"))).isEqualTo(1);
		articles.fields().add(FieldSchema.of("claps", FieldType.BIGINT).withDefault(0));
		assertThat(articles.get(112).get(0)).containsEntry("claps", 0L);
		ServerTables.patiently(() -> articles.indexes().refresh("vidx", 0));
		ServerTables.patiently(() -> articles.indexes().rebuild("vidx", 0.2));
		articles.indexes().drop("vidx");
		articles.indexes().create(VectorIndex.hnsw("vidx", "embedding", Distance.INNER_PRODUCT));
		assertThat(articles.search(
				SearchRequest.of("embedding", new float[] { 0, 0, 1 }, Distance.NEGATIVE_INNER_PRODUCT).withLimit(1)))
			.extracting((hit) -> hit.content().get("id"))
			.containsExactly(112L);
		tables.drop("doc_articles");
	}

	@Test
	void theWayOfTables() {
		client.tables().dropIfPresent("doc_words");
		SeekdbTable words = client.tables()
			.create("doc_words",
					QuickSchema.of(3)
						.withId("id", FieldType.varchar(20))
						.withVectorName("embedding")
						.toSchema()
						.withField(FieldSchema.of("meta", FieldType.JSON).withNullable()));
		words.insert(row("id", "abc", "embedding", new float[] { 0, 0, 0 }, "meta", Map.of("page", 1)));
		words.insert(List.of(row("id", "bcd", "embedding", new float[] { 1, 0, 0 }, "meta", Map.of("page", 2)),
				row("id", "cde", "embedding", new float[] { 2, 0, 0 }, "meta", Map.of("page", 3)),
				row("id", "def", "embedding", new float[] { 3, 0, 0 })));
		assertThat(words.get(Selection.ids("abc", "bcd", "cde", "def").withWhere(Condition.of("meta->'$.page' > 1")),
				Output.fields("id")))
			.containsExactlyInAnyOrder(row("id", "bcd"), row("id", "cde"));
		assertThat(words.update(row("meta", Map.of("doc", "HHH")), Selection.where(Condition.of("id = 'def'"))))
			.isEqualTo(1);
		assertThat(words.get("def").get(0)).containsEntry("meta", "{\"doc\": \"HHH\"}");
		SearchRequest nearest = SearchRequest.of("embedding", new float[] { 0, 0, 0 }, Distance.L2)
			.withFields("id")
			.withExpression(OutputExpression.of("page", "meta->'$.page'"))
			.withLimit(2);
		List<String> expected = List.of("abc 1 0.0", "bcd 2 1.0");
		for (SearchRequest search : List.of(nearest, nearest.withExact(), nearest.withEfSearch(100))) {
			assertThat(words.as((row, number) -> row.getString(1) + " " + row.getString(2)).search(search))
				.extracting((hit) -> hit.content() + " " + hit.distance())
				.isEqualTo(expected);
		}
		assertThat(client.<Integer>session((session) -> {
			session.efSearch(200);
			return session.efSearch();
		})).isEqualTo(200);
		assertThat(client.jdbcClient().sql("SELECT COUNT(*) FROM doc_words").query(Long.class).single()).isEqualTo(4);
		assertThat(words.delete("bcd", "def")).isEqualTo(2);
		assertThat(client.async().table("doc_words").count().join()).isEqualTo(2);
		assertThat(
				Objects.requireNonNull(client.tables().describe("doc_words").orElseThrow().column("meta")).nullable())
			.isTrue();
		client.tables().dropIfPresent("doc_words");
	}

	@Test
	void theRulesOfPartitions() {
		TableSchema schema = TableSchema.of(FieldSchema.primary("id", FieldType.INT),
				FieldSchema.primary("col1", FieldType.INT), FieldSchema.primary("col3", FieldType.INT));
		Partitioning list = Partitioning.list("col1", Partition.in("p0", 1, 2, 3), Partition.in("p1", 5, 6),
				Partition.in("p2", PartitionBound.DEFAULT));
		Partitioning levels = Partitioning
			.rangeColumns(List.of("col1"), Partition.lessThan("p0", 100), Partition.lessThan("p1", 200),
					Partition.lessThan("p2", 300))
			.withSubpartitions(Partitioning.range("col3", Partition.lessThan("mp0", 1000),
					Partition.lessThan("mp1", 2000), Partition.lessThan("mp2", 3000)));
		Map<Partitioning, Integer> rules = Map.of(list, 3, Partitioning.hash("col1", 60), 60, levels, 9);
		rules.forEach((rule, count) -> {
			SeekdbTable divided = ServerTables.create(client, "doc_divided", schema.withPartitioning(rule));
			divided.insert(row("id", 1, "col1", 5, "col3", 1500));
			assertThat(divided.partitions().list()).hasSize(count);
			assertThat(divided.count()).isEqualTo(1);
		});
	}

}
