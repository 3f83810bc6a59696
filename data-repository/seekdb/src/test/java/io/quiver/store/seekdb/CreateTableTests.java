package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.HnswOptions.BinaryQuantization;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.IvfOptions;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.SindiOptions;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.VectorIndexOptions;
import io.quiver.store.seekdb.model.VectorIndexType;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DataAccessException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for creating a {@link SeekdbTable} in the real server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("S3: create a collection in its quick form and by a schema, with index parameters")
class CreateTableTests {

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
	void theQuickFormMakesATableThatIsSearchedAtOnce() {
		client.tables().dropIfPresent("create_quick");
		SeekdbTable table = client.tables().create("create_quick", QuickSchema.of(2).withMetric(Distance.COSINE));
		table.insert(
				List.of(row("id", 1, "vector", new float[] { 1, 0 }), row("id", 2, "vector", new float[] { 0, 1 })));
		assertThat(table.search(SearchRequest.of("vector", new float[] { 1, 0.1f }, Distance.COSINE)))
			.extracting((hit) -> hit.content().get("id"))
			.containsExactly(1L, 2L);
	}

	@Test
	void theQuickFormMakesIdsOfTextAndIdsThatAreCountedUp() {
		client.tables().dropIfPresent("create_quick_text");
		SeekdbTable text = client.tables()
			.create("create_quick_text",
					QuickSchema.of(2).withId("key", FieldType.varchar(100)).withVectorName("embedding"));
		text.insert(
				List.of(row("key", "a", "embedding", List.of(1, 2)), row("key", "A", "embedding", List.of(1.5, 2))));
		assertThat(text.count()).isEqualTo(2);
		client.tables().dropIfPresent("create_quick_auto");
		SeekdbTable counted = client.tables().create("create_quick_auto", QuickSchema.of(2).withAutoId());
		counted.insert(List.of(row("vector", new float[] { 1, 2 }), row("vector", new float[] { 3, 4 })));
		assertThat(counted.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(Organization.class)
	void aSchemaMakesATableOfEitherOrganizationWithIndexesOfEveryKind(Organization organization) {
		SeekdbTable table = ServerTables.create(client, "create_schema_" + organization, TableSchema
			.of(FieldSchema.primary("id", FieldType.BIGINT), FieldSchema.of("a", FieldType.INT),
					FieldSchema.of("b", FieldType.INT), FieldSchema.of("title", FieldType.LONGTEXT),
					FieldSchema.vector("v", 4), FieldSchema.vector("w", 4), FieldSchema.of("s", FieldType.SPARSEVECTOR))
			.withIndex(ColumnIndex.of("ab", "a", "b"))
			.withIndex(ColumnIndex.of("only", "b", "id").withUnique())
			.withIndex(FullTextIndex.of("words", "title").withParser(FullTextIndex.Parser.IK))
			.withIndex(VectorIndex.of("vi", "v", Distance.L2,
					HnswOptions.hnsw().withM(24).withEfConstruction(300).withEfSearch(80)))
			.withIndex(VectorIndex.hnsw("wi", "w", Distance.INNER_PRODUCT))
			.withIndex(VectorIndex.sindi("si", "s"))
			.withOrganization(organization)
			.withComment("it's made"));
		TableDescription description = client.tables().describe(table.name()).orElseThrow();
		assertThat(description.organization()).isEqualTo(organization);
		assertThat(description.indexes()).extracting(IndexInfo::name, IndexInfo::kind)
			.containsExactlyInAnyOrder(tuple("PRIMARY", IndexInfo.Kind.PRIMARY), tuple("ab", IndexInfo.Kind.ORDINARY),
					tuple("only", IndexInfo.Kind.UNIQUE), tuple("words", IndexInfo.Kind.FULLTEXT),
					tuple("vi", IndexInfo.Kind.VECTOR), tuple("wi", IndexInfo.Kind.VECTOR),
					tuple("si", IndexInfo.Kind.VECTOR));
		assertThat(description.index("ab").orElseThrow().columns()).containsExactly("a", "b");
		IndexInfo vector = description.vectorIndex("V").orElseThrow();
		assertThat(vector.columns()).containsExactly("v");
		assertThat(vector.type()).isEqualTo(VectorIndexType.HNSW);
		assertThat(vector.fits(Distance.L2)).isTrue();
		assertThat(vector.fits(Distance.COSINE)).isFalse();
		assertThat(vector.parameters()).containsEntry("m", "24")
			.containsEntry("ef_construction", "300")
			.containsEntry("ef_search", "80");
		assertThat(description.vectorIndex("w").orElseThrow().fits(Distance.NEGATIVE_INNER_PRODUCT)).isTrue();
		assertThat(description.vectorIndex("s").orElseThrow().type()).isEqualTo(VectorIndexType.SINDI);
	}

	@Test
	void theServerTakesEveryOptionOfEveryTypeOfIndex() {
		List<VectorIndexOptions> options = List.of(HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC),
				HnswOptions.sq().withSyncMode(SyncMode.IMMEDIATE),
				HnswOptions.bq().withQuantization(new BinaryQuantization(4.0, "fp32", 32, true)),
				HnswOptions.bq().withQuantization(new BinaryQuantization(2.5, "sq8", 4, false)),
				IvfOptions.flat().withNlist(16).withSamplePerNlist(64), IvfOptions.pq(4).withNbits(8).withNlist(8));
		for (VectorIndexOptions option : options) {
			for (Distance distance : List.of(Distance.L2, Distance.COSINE, Distance.INNER_PRODUCT)) {
				SeekdbTable table = ServerTables.create(client, "create_options",
						TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.vector("v", 8))
							.withIndex(VectorIndex.of("i", "v", distance, option))
							.withOrganization(Organization.HEAP));
				IndexInfo index = client.tables().describe(table.name()).orElseThrow().vectorIndex("v").orElseThrow();
				assertThat(index.type()).isEqualTo(option.type());
				assertThat(index.fits(distance)).isTrue();
			}
		}
		SeekdbTable extra = ServerTables.create(client, "create_options_extra",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.vector("v", 8))
					.withIndex(VectorIndex.of("i", "v", Distance.L2, HnswOptions.hnsw().withExtraInfoMaxSize(32))));
		assertThat(client.tables().describe(extra.name()).orElseThrow().vectorIndex("v").orElseThrow().type())
			.isEqualTo(VectorIndexType.HNSW);
		SeekdbTable sparse = ServerTables.create(client, "create_options_sparse",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("s", FieldType.SPARSEVECTOR))
					.withIndex(VectorIndex.sindi("i", "s")
						.withOptions(SindiOptions.sindi().withPrune(0.1).withRefine().withDropRatioSearch(0.2))));
		assertThat(client.tables().describe(sparse.name()).orElseThrow().vectorIndex("s").orElseThrow().type())
			.isEqualTo(VectorIndexType.SINDI);
	}

	@ParameterizedTest
	@EnumSource(FullTextIndex.Parser.class)
	void theServerTakesEveryParserOfWords(FullTextIndex.Parser parser) {
		SeekdbTable table = ServerTables.create(client, "create_parser_" + parser,
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("a", FieldType.LONGTEXT))
					.withIndex(FullTextIndex.of("words", "a").withParser(parser)));
		assertThat(client.tables().describe(table.name()).orElseThrow().index("words").orElseThrow().kind())
			.isEqualTo(IndexInfo.Kind.FULLTEXT);
	}

	@Test
	void aTableThatIsThereIsAnErrorUnlessThatIsAllowed() {
		TableSchema schema = TableSchema.of(FieldSchema.primary("id", FieldType.INT));
		SeekdbTable table = ServerTables.create(client, "create_twice", schema);
		table.insert(List.of(row("id", 1)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> client.tables().create("create_twice", schema))
			.withMessageContaining("create_twice");
		assertThat(client.tables().createIfAbsent("create_twice", schema).count()).isEqualTo(1);
		assertThat(client.tables().createIfAbsent("create_twice", QuickSchema.of(2)).count()).isEqualTo(1);
	}

}
