package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.IvfOptions;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.VectorIndexType;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SeekdbIndexes} in the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S5: create, drop, refresh and rebuild vector indexes and ordinary ones")
@Tag("any-java")
class TableIndexesTests {

	private static final TableSchema PLAIN = TableSchema.of(FieldSchema.primary("id", FieldType.INT),
			FieldSchema.of("a", FieldType.varchar(20)), FieldSchema.vector("v", 2));

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
	void indexesOfEveryKindAreCreatedOnATableWithRowsAndDropped() {
		SeekdbTable table = filled("indexes_kinds", PLAIN);
		table.indexes().create(VectorIndex.hnsw("vi", "v", Distance.L2), 2);
		table.indexes().create(FullTextIndex.of("words", "a"));
		table.indexes().create(ColumnIndex.of("values", "a", "id"));
		table.indexes().create(ColumnIndex.of("only", "a").withUnique());
		assertThat(table.indexes().list()).extracting(IndexInfo::name)
			.containsExactlyInAnyOrder("PRIMARY", "vi", "words", "values", "only");
		assertThat(table.search(nearest())).extracting((hit) -> hit.content().get("id")).startsWith(3);
		for (String name : List.of("vi", "words", "values", "only")) {
			table.indexes().drop(name);
		}
		assertThat(table.indexes().list()).extracting(IndexInfo::name).containsExactly("PRIMARY");
	}

	@Test
	void anIndexIsCreatedOnceIfThatIsAskedFor() {
		SeekdbTable table = filled("indexes_once", PLAIN);
		VectorIndex index = VectorIndex.hnsw("vi", "v", Distance.L2);
		assertThat(table.indexes().createIfAbsent(index)).isTrue();
		assertThat(table.indexes().createIfAbsent(index)).isFalse();
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("values", "a"))).isTrue();
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("VALUES", "A"))).isFalse();
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> table.indexes().createIfAbsent(VectorIndex.hnsw("vi", "v", Distance.COSINE)))
			.withMessageContaining("'vi'")
			.withMessageContaining("distance=l2")
			.withMessageContaining("choose another name");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> table.indexes().create(VectorIndex.hnsw("other", "v", Distance.L2)));
	}

	@Test
	void anIndexThatIsNotThereIsAnErrorUnlessThatIsAllowed() {
		SeekdbTable table = filled("indexes_absent", PLAIN);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> table.indexes().drop("nothing"));
		assertThat(table.indexes().dropIfPresent("nothing")).isFalse();
		table.indexes().create(VectorIndex.hnsw("vi", "v", Distance.L2));
		assertThat(table.indexes().dropIfPresent("VI")).isTrue();
		assertThat(client.tables().describe(table.name()).orElseThrow().vectorIndex("v")).isEmpty();
	}

	@Test
	void vectorIndexesAreRefreshedAndRebuiltWithTheirThresholds() {
		SeekdbTable table = filled("indexes_rebuilt", PLAIN.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2)));
		ServerTables.patiently(() -> table.indexes().refresh("vi"));
		ServerTables.patiently(() -> table.indexes().refresh("vi", 0));
		ServerTables.patiently(() -> table.indexes().rebuild("vi"));
		ServerTables.patiently(() -> table.indexes().rebuild("vi", 0));
		assertThat(table.search(nearest())).extracting((hit) -> hit.content().get("id")).startsWith(3);
		SeekdbTable lists = filled("indexes_rebuilt_lists",
				PLAIN.withIndex(VectorIndex.of("vi", "v", Distance.L2, IvfOptions.flat().withNlist(2))));
		ServerTables.patiently(() -> lists.indexes().rebuild("vi", 0));
		assertThat(lists.search(nearest())).extracting((hit) -> hit.content().get("id")).startsWith(3);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> ServerTables.patiently(() -> table.indexes().rebuild("nothing", 0)));
		assertThatIllegalArgumentException().isThrownBy(() -> table.indexes().rebuild("vi", 1.5))
			.withMessageContaining("between 0 and 1");
		assertThatIllegalArgumentException().isThrownBy(() -> table.indexes().refresh("vi", -1))
			.withMessageContaining("must not be negative");
	}

	@Test
	void anAsynchronousIndexFindsWhatWasWrittenBeforeARefresh() {
		SeekdbTable table = filled("indexes_async", PLAIN.withOrganization(Organization.HEAP)
			.withIndex(VectorIndex.of("vi", "v", Distance.L2, HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC))));
		table.indexes().refreshAll();
		assertThat(table.search(nearest())).extracting((hit) -> hit.content().get("id")).startsWith(3).hasSize(5);
	}

	@Test
	void indexesOfOtherTypesTellTheirTypes() {
		SeekdbTable table = filled("indexes_types", PLAIN);
		table.indexes().create(VectorIndex.of("vi", "v", Distance.COSINE, HnswOptions.bq()));
		IndexInfo index = client.tables().describe(table.name()).orElseThrow().index("vi").orElseThrow();
		assertThat(index.type()).isEqualTo(VectorIndexType.HNSW_BQ);
		assertThat(index.fits(Distance.COSINE)).isTrue();
	}

	@Test
	void whatWouldCommitATransactionOfTheApplicationIsRefusedInIt(SeekdbServer server) {
		SeekdbTable there = filled("indexes_joined", PLAIN.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2)));
		DriverManagerDataSource dataSource = new DriverManagerDataSource(
				"jdbc:mariadb://127.0.0.1:%d/test".formatted(server.address().getPort()), "root", "");
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		try (SeekdbClient joined = SeekdbClient.builder(dataSource).build()) {
			SeekdbTable table = joined.table("indexes_joined");
			transaction.executeWithoutResult((status) -> {
				table.insert(List.of(row("id", 100, "a", "x", "v", new float[] { 1, 1 })));
				List<Runnable> refused = List.of(() -> table.indexes().refresh("vi"),
						() -> table.indexes().rebuild("vi"), () -> table.indexes().drop("vi"),
						() -> table.indexes().create(ColumnIndex.of("values", "a")),
						() -> joined.tables().truncate(table.name()),
						() -> joined.tables().rename(table.name(), "indexes_other"),
						() -> joined.tables().drop(table.name()));
				for (Runnable call : refused) {
					assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run)
						.withMessageContaining("would commit the transaction")
						.withMessageContaining("NOT_SUPPORTED");
				}
				assertThat(table.get(100)).hasSize(1);
				status.setRollbackOnly();
			});
			assertThat(table.get(100)).isEmpty();
			ServerTables.patiently(() -> table.indexes().rebuild("vi", 0));
		}
		assertThat(there.count()).isEqualTo(5);
	}

	private static SearchRequest nearest() {
		return SearchRequest.of("v", new float[] { 3, 3 }, Distance.L2).withFields("id");
	}

	private static SeekdbTable filled(String name, TableSchema schema) {
		SeekdbTable table = ServerTables.create(client, name, schema);
		List<Map<String, ?>> rows = new ArrayList<>();
		for (int i = 1; i <= 5; i++) {
			rows.add(row("id", i, "a", "word" + i, "v", new float[] { i, i }));
		}
		table.insert(rows);
		return table;
	}

}
