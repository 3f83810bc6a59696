package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.SyncMode;
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

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * The traps of the server, each with what it does of itself and what the client makes of
 * it.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("The traps of seekdb: what would silently scan, sort the wrong way, commit or not be found")
class TableTrapsTests {

	private static final float[] QUERY = { 1, 0.5f };

	private static final TableSchema PLAIN = TableSchema.of(FieldSchema.primary("id", FieldType.INT),
			FieldSchema.of("a", FieldType.varchar(20)).withNullable(), FieldSchema.vector("v", 2));

	private static final String LITERAL = "'[1,0.5]'";

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
	@DisplayName("Trap: a search by the inner product scans the whole table")
	void aSearchByTheInnerProductUsesTheIndexAndFindsTheGreatestFirst() {
		SeekdbTable table = filled("trap_product", indexed(Distance.INNER_PRODUCT));
		assertThat(
				plan("SELECT id FROM trap_product ORDER BY inner_product(v, " + LITERAL + ") DESC APPROXIMATE LIMIT 3"))
			.doesNotContain("VECTOR INDEX");
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.INNER_PRODUCT).withFields("id").withLimit(3);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
		assertThat(table.search(request)).isEqualTo(table.search(request.withExact()))
			.extracting((hit) -> hit.content().get("id"))
			.containsExactly(20, 19, 18);
	}

	@Test
	@DisplayName("Trap: DESC with APPROXIMATE is ignored, and the nearest come first")
	void noApproximateSearchIsSortedDownwards() {
		filled("trap_desc", indexed(Distance.L2));
		String nearestFirst = "SELECT id FROM trap_desc ORDER BY l2_distance(v, " + LITERAL + ") APPROXIMATE LIMIT 3";
		String downwards = nearestFirst.replace(" APPROXIMATE", " DESC APPROXIMATE");
		assertThat(client.jdbcClient().sql(downwards).query(Integer.class).list())
			.isEqualTo(client.jdbcClient().sql(nearestFirst).query(Integer.class).list());
		QueryStatements statements = new QueryStatements(client.tables().describe("trap_desc").orElseThrow());
		for (Distance distance : Distance.values()) {
			assertThat(statements.search(SearchRequest.of("v", QUERY, distance)).text()).contains(" APPROXIMATE ")
				.doesNotContain(" DESC");
		}
	}

	@Test
	@DisplayName("Trap: APPROXIMATE with more than one sort item is an error")
	void anApproximateSearchSortsByTheDistanceAlone() {
		SeekdbTable table = filled("trap_items", indexed(Distance.L2));
		for (int id = 101; id <= 103; id++) {
			table.insert(row("id", id, "v", QUERY));
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> client.jdbcClient()
				.sql("SELECT id FROM trap_items ORDER BY l2_distance(v, " + LITERAL + "), id APPROXIMATE LIMIT 3")
				.query(Integer.class)
				.list())
			.withMessageContaining("1235");
		SearchRequest request = SearchRequest.of("v", QUERY, Distance.L2).withFields("id").withLimit(3);
		assertThat(table.explain(request)).contains("VECTOR INDEX");
		assertThat(table.search(request)).extracting((hit) -> hit.content().get("id"))
			.containsExactlyInAnyOrder(101, 102, 103);
		assertThat(table.search(request.withExact())).extracting((hit) -> hit.content().get("id"))
			.containsExactly(101, 102, 103);
	}

	@Test
	@DisplayName("Trap: a distance that the index is not built for scans the whole table")
	void aDistanceThatDoesNotFitTheIndexIsRefused() {
		for (Distance built : List.of(Distance.L2, Distance.COSINE, Distance.INNER_PRODUCT)) {
			SeekdbTable table = filled("trap_distance_" + built, indexed(built));
			for (Distance distance : Distance.values()) {
				SearchRequest request = SearchRequest.of("v", QUERY, distance).withFields("id");
				if (distance.metric().equals(built.metric())) {
					assertThat(table.explain(request)).contains("VECTOR INDEX");
					assertThat(table.search(request)).hasSize(10);
				}
				else {
					assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
						.isThrownBy(() -> table.search(request))
						.withMessageContaining("is built for " + built.metric())
						.withMessageContaining("or search exactly");
					assertThat(table.search(request.withExact())).hasSize(10);
				}
			}
		}
		assertThat(plan(
				"SELECT id FROM trap_distance_l2 ORDER BY cosine_distance(v, " + LITERAL + ") APPROXIMATE LIMIT 3"))
			.contains("TABLE FULL SCAN");
	}

	@Test
	@DisplayName("Trap: a server that does not tell how its index is built")
	void whereTheServerDoesNotTellHowAnIndexIsBuiltItsPlanDecides() {
		filled("trap_untold", indexed(Distance.L2));
		SearchRequest fits = SearchRequest.of("v", QUERY, Distance.L2).withFields("id").withLimit(4);
		assertThat(searchUntold("trap_untold", fits)).hasSize(4);
		for (Distance distance : List.of(Distance.COSINE, Distance.INNER_PRODUCT)) {
			SearchRequest request = SearchRequest.of("v", QUERY, distance).withFields("id").withLimit(4);
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> searchUntold("trap_untold", request))
				.withMessageContaining("The server would read all of 'trap_untold' for a search by " + distance)
				.withMessageContaining("search exactly");
			assertThat(searchUntold("trap_untold", request.withExact())).hasSize(4);
		}
	}

	@Test
	@DisplayName("Trap: the time-out of the server, and ours, would kill the building of an index")
	void anIndexIsBuiltHoweverLongItTakes(SeekdbServer server) {
		SeekdbTable filled = ServerTables.create(client, "trap_timeout",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.vector("v", 64)));
		Random random = new Random(7);
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (int id = 0; id < 10_000; id++) {
			float[] vector = new float[64];
			for (int i = 0; i < vector.length; i++) {
				vector[i] = random.nextFloat(-1, 1);
			}
			rows.add(row("id", id, "v", vector));
		}
		filled.insert(rows);
		Duration time = Duration.ofMillis(500);
		StoreCalls calls = StoreCalls.builder("test", "seekdb")
			.timeouts(new Timeouts(Duration.ZERO, Duration.ofSeconds(30), time, time))
			.build();
		SeekdbPool pool = SeekdbClients.pool(server).withQueryTimeout(time);
		try (SeekdbClient hurried = SeekdbClient.builder(pool).calls(calls).build()) {
			hurried.version();
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> hurried.jdbcClient(Duration.ofSeconds(30))
					.sql("SELECT SLEEP(20)")
					.query(Integer.class)
					.single())
				.withMessageContaining("ob_query_timeout");
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> hurried.jdbcClient().sql("/* may write */ SELECT SLEEP(20)").query().listOfRows())
				.withMessageContaining("did not end in its time");
			long begin = System.nanoTime();
			hurried.table("trap_timeout").indexes().create(VectorIndex.hnsw("vi", "v", Distance.COSINE));
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(time);
		}
		assertThat(filled
			.search(SearchRequest.of("v", (float[]) Objects.requireNonNull(rows.get(9).get("v")), Distance.COSINE)))
			.extracting((hit) -> hit.content().get("id"))
			.startsWith(9);
	}

	@Test
	@DisplayName("Trap: rows are not found, or vanish when they change, until an asynchronous index is refreshed")
	void aRefreshMakesWhatIsWrittenFound() {
		SeekdbTable table = filled("trap_refresh", PLAIN.withOrganization(Organization.HEAP)
			.withIndex(VectorIndex.of("vi", "v", Distance.L2, HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC))));
		for (int i = 1; i <= 5; i++) {
			float[] vector = { 100 + i, 0 };
			table.insert(row("id", 100 + i, "v", vector));
			table.indexes().refreshAll();
			SearchRequest request = SearchRequest.of("v", vector, Distance.L2).withFields("id").withLimit(1);
			assertThat(table.search(request)).containsExactly(new SearchHit<>(row("id", 100 + i), 0.0));
			table.update(row("v", new float[] { 0, 100 + i }), Selection.ids(100 + i));
			table.indexes().refreshAll();
			SearchRequest moved = SearchRequest.of("v", new float[] { 0, 100 + i }, Distance.L2)
				.withFields("id")
				.withLimit(1);
			assertThat(table.search(moved)).containsExactly(new SearchHit<>(row("id", 100 + i), 0.0));
			ServerTables.patiently(() -> table.indexes().refresh("vi", 0));
			assertThat(table.search(moved)).containsExactly(new SearchHit<>(row("id", 100 + i), 0.0));
		}
	}

	@Test
	@DisplayName("Trap: one refresh or rebuild at a time, and the server's own count as well")
	void anUpkeepThatTheServerDoesNotAllowNowMayBeTriedAgain() {
		for (int code : List.of(4179, 5001)) {
			UncategorizedSQLException failure = new UncategorizedSQLException("refresh", null,
					new SQLException("not allowed", "HY000", code));
			Session busy = mock(Session.class);
			given(busy.update(any())).willThrow(failure);
			assertThatExceptionOfType((code == 4179) ? CannotAcquireLockException.class : DataAccessException.class)
				.isThrownBy(() -> SeekdbIndexes.keepUp(busy, IndexStatements.refreshAll()))
				.withMessageContaining((code == 4179) ? "already: try again" : "not allowed");
		}
	}

	@Test
	@DisplayName("Trap: procedures and changes of tables commit the caller's transaction")
	void whatWouldCommitTheTransactionOfTheCallerIsRefusedInIt(SeekdbServer server) {
		SeekdbTable there = filled("trap_commit", indexed(Distance.L2));
		DriverManagerDataSource dataSource = new DriverManagerDataSource(
				"jdbc:mariadb://127.0.0.1:%d/test".formatted(server.address().getPort()), "root", "");
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		try (SeekdbClient joined = SeekdbClient.builder(dataSource).build()) {
			SeekdbTable table = joined.table("trap_commit");
			SeekdbTables tables = joined.tables();
			List<Runnable> refused = List.of(() -> table.indexes().refresh("vi", 0),
					() -> table.indexes().rebuild("vi", 0), () -> table.indexes().create(ColumnIndex.of("i", "a")),
					() -> table.indexes().createIfAbsent(ColumnIndex.of("i", "a")), () -> table.indexes().drop("vi"),
					() -> table.indexes().dropIfPresent("vi"), () -> table.fields().drop("a"),
					() -> table.fields().add(FieldSchema.of("b", FieldType.INT).withNullable()),
					() -> table.partitions().divide(Partitioning.key(2)), () -> table.partitions().drop("p"),
					() -> tables.createIfAbsent("trap_commit_other", QuickSchema.of(2)),
					() -> tables.rename("trap_commit", "trap_committed"), () -> tables.truncate("trap_commit"),
					() -> tables.drop("trap_commit"), () -> tables.dropIfPresent("trap_commit"));
			transaction.executeWithoutResult((status) -> {
				table.insert(row("id", 500, "v", QUERY));
				for (Runnable call : refused) {
					assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run)
						.withMessageContaining("would commit the transaction that is under way: call it outside");
				}
				table.indexes().refreshAll();
				status.setRollbackOnly();
			});
		}
		assertThat(there.get(500)).isEmpty();
		assertThat(there.count()).isEqualTo(20);
	}

	@Test
	@DisplayName("Trap: a vector index of a long name is created, and can then not be refreshed")
	void theNameOfAnIndexIsRefusedBeforeItIsSentIfItIsTooLong() {
		String longest = "i".repeat(47);
		SeekdbTable table = filled("trap_name", PLAIN);
		client.jdbcClient()
			.sql("CREATE VECTOR INDEX %s ON trap_name (v) WITH (distance=l2, type=hnsw)".formatted("j".repeat(64)))
			.update();
		table.insert(row("id", 98, "v", QUERY));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ServerTables.patiently(() -> table.indexes().refresh("j".repeat(64), 0)))
			.withMessageContaining("1059");
		table.indexes().drop("j".repeat(64));
		table.indexes().create(VectorIndex.hnsw(longest, "v", Distance.L2));
		table.insert(row("id", 99, "v", QUERY));
		ServerTables.patiently(() -> table.indexes().refresh(longest, 0));
		ServerTables.patiently(() -> table.indexes().rebuild(longest, 0));
		assertThat(table.search(SearchRequest.of("v", QUERY, Distance.L2))).hasSize(10);
		table.indexes().drop(longest);
		VectorIndex longer = VectorIndex.hnsw(longest + "i", "v", Distance.L2);
		List<Runnable> refused = List.of(() -> table.indexes().create(longer),
				() -> table.indexes().createIfAbsent(longer),
				() -> client.tables().create("trap_name_schema", PLAIN.withIndex(longer)),
				() -> table.indexes().create(FullTextIndex.of("i".repeat(65), "a")),
				() -> table.indexes().create(ColumnIndex.of("i".repeat(65), "a")));
		for (Runnable call : refused) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run)
				.withMessageContaining("has more than");
		}
		table.indexes().create(ColumnIndex.of("i".repeat(64), "a"));
		assertThat(table.indexes().list()).extracting(IndexInfo::name)
			.containsExactlyInAnyOrder("PRIMARY", "i".repeat(64));
		assertThat(client.tables().exists("trap_name_schema")).isFalse();
	}

	@Test
	@DisplayName("Trap: IF NOT EXISTS of an index is not honoured")
	void anIndexIsCreatedOnceWhateverTheServerMakesOfIfNotExists() {
		SeekdbTable table = filled("trap_once", indexed(Distance.L2));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> client.jdbcClient()
				.sql("CREATE VECTOR INDEX IF NOT EXISTS vi ON trap_once (v) WITH (distance=l2, type=hnsw)")
				.update())
			.withMessageContaining("1235");
		assertThat(table.indexes().createIfAbsent(VectorIndex.hnsw("vi", "v", Distance.L2))).isFalse();
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> table.indexes().createIfAbsent(VectorIndex.hnsw("other", "v", Distance.L2)))
			.withMessageContaining("The field 'v' of 'trap_once' has the vector index 'vi' already");
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("values", "a"))).isTrue();
		assertThat(table.indexes().createIfAbsent(ColumnIndex.of("values", "a"))).isFalse();
	}

	@Test
	@DisplayName("Trap: IF NOT EXISTS of an index, when two create it at once")
	void anIndexThatTwoCreateAtOnceIsCreatedByOne() {
		SeekdbTable table = filled("trap_race", PLAIN);
		List<Boolean> created = List.of(1, 2, 3)
			.parallelStream()
			.map((number) -> table.indexes().createIfAbsent(VectorIndex.hnsw("vi", "v", Distance.L2)))
			.toList();
		assertThat(created).containsOnlyOnce(true);
		assertThat(table.indexes().list()).extracting(IndexInfo::name).containsExactlyInAnyOrder("PRIMARY", "vi");
	}

	/**
	 * Search as a client that has not been told how the index is built.
	 */
	private static List<SearchHit<Integer>> searchUntold(String name, SearchRequest request) {
		TableCalls calls = new TableCalls(client.calls(), new TableDefinitions(), name);
		RowsAs<Integer> ids = RowsAs.of((row, number) -> row.getInt("id"));
		return calls.call(StoreOperations.NEAREST,
				(session) -> new TableReads(calls).search(new UntoldSession(session), request, ids));
	}

	private static String plan(String sql) {
		return String.join("\n", client.jdbcClient().sql("EXPLAIN " + sql).query(String.class).list());
	}

	private static TableSchema indexed(Distance distance) {
		return PLAIN.withIndex(VectorIndex.hnsw("vi", "v", distance));
	}

	private static SeekdbTable filled(String name, TableSchema schema) {
		SeekdbTable table = ServerTables.create(client, name, schema);
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (int id = 1; id <= 20; id++) {
			rows.add(row("id", id, "v", new float[] { id, 20 - id }));
		}
		table.insert(rows);
		return table;
	}

	/**
	 * A connection to a server that tells nothing of how its indexes are built.
	 */
	private record UntoldSession(Session session) implements Session {

		@Override
		public <T extends @Nullable Object> List<T> query(Sql sql, ResultReader<T> reader) {
			if (!sql.text().startsWith("SHOW CREATE TABLE")) {
				return this.session.query(sql, reader);
			}
			String told = this.session.query(sql, (row) -> row.getString(2)).get(0);
			SqlBuilder less = new SqlBuilder().append("SELECT 1, ").bind(told.replaceAll("WITH \\([^)]*\\)", ""));
			return this.session.query(less.build(), reader);
		}

		@Override
		public boolean isJoined() {
			return this.session.isJoined();
		}

		@Override
		public int update(Sql sql) {
			return this.session.update(sql);
		}

		@Override
		public int[] updateEach(List<Sql> statements) {
			return this.session.updateEach(statements);
		}

		@Override
		public List<Long> insertReturningKeys(Sql sql) {
			return this.session.insertReturningKeys(sql);
		}

		@Override
		public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
			return this.session.inTransaction(work);
		}

		@Override
		public <T extends @Nullable Object> T withVariable(String variable, long value, Supplier<T> work) {
			return this.session.withVariable(variable, value, work);
		}

	}

}
