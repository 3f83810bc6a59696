package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.StoreFaults;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.contract.fault.Fault;
import io.quiver.store.contract.fault.FaultProxy;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * OceanBase's own driver, by the scheme of the URL.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class OceanBaseDriverTests {

	private static final Duration SHORT = Duration.ofSeconds(1);

	private static final Duration SLACK = Duration.ofSeconds(20);

	private final String name = "oceanbase_" + UUID.randomUUID().toString().substring(0, 8);

	private FaultProxy proxy;

	private SeekdbClient client;

	@BeforeEach
	void connect(SeekdbServer server) {
		this.proxy = FaultProxy.of(server.address());
		this.client = SeekdbClient.builder(pool()).build();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
		this.proxy.close();
	}

	private SeekdbPool pool() {
		return SeekdbPool
			.of("jdbc:oceanbase://%s:%d/test".formatted(this.proxy.address().getAddress().getHostAddress(),
					this.proxy.address().getPort()))
			.withCredentials("root", "")
			.withSize(1, 0);
	}

	private SeekdbClient hurried() {
		StoreCalls calls = StoreCalls.builder("hurried", "seekdb")
			.timeouts(new Timeouts(Duration.ZERO, SHORT, SHORT, SHORT))
			.build();
		return SeekdbClient.builder(pool()).calls(calls).build();
	}

	@Test
	void rowsOfAStoreAreSavedAgainFoundAndSearched() {
		CollectionSpec spec = Specs.spec(this.name, Specs.value("title", ColumnType.STRING),
				Specs.value("views", ColumnType.LONG), Specs.value("rate", ColumnType.DOUBLE),
				Specs.value("price", ColumnType.DECIMAL), Specs.value("at", ColumnType.TIMESTAMP),
				Specs.value("day", ColumnType.DATE), Specs.value("open", ColumnType.BOOLEAN),
				Specs.value("code", ColumnType.UUID), Specs.value("bytes", ColumnType.BINARY),
				new ListColumn("tags", ColumnType.STRING, true), new MapColumn("meta"),
				Specs.vector("v", 2, Metric.COSINE));
		Row first = Row.of("a", "'; DROP TABLE x; -- \\ \0 😀", Long.MIN_VALUE, -0.1, new BigDecimal("1.10"),
				Instant.parse("2026-01-02T03:04:05.123456789Z"), LocalDate.of(2026, 1, 2), true, UUID.randomUUID(),
				new byte[] { 0, -1, '\'' }, List.of("x"), Map.of("k", List.of(1L)), new float[] { 0.1f, 16_777_217f });
		Row second = Row.of("b", null, null, null, null, null, null, null, null, null, null, null,
				new float[] { 1, 0.12345679f });
		try (SeekdbStore store = new SeekdbStore("oceanbase", this.client)) {
			store.create(spec);
			for (int i = 0; i < 2; i++) {
				WriteResult saved = store.write(new WriteRequest(spec, WriteMode.SAVE, Projection.all(spec),
						List.of(first, second), null, WriteOptions.none()));
				assertThat(saved.failures()).isEmpty();
			}
			assertThat(store.get(spec, List.of(Key.of("a"), Key.of("b")), Projection.all(spec), SearchOptions.none()))
				.containsExactly(first, second);
			assertThat(store.nearest(new NearestRequest(spec, Projection.of(0), spec.indexOf("v"), new float[] { 1, 0 },
					Filter.where("id").in(List.of("a", "b")), SimilarityRange.all(), 0, 10, SearchOptions.none())))
				.extracting((hit) -> hit.row().get(0))
				.containsExactly("b", "a");
			WriteResult again = store.write(new WriteRequest(spec, WriteMode.INSERT, Projection.all(spec),
					List.of(first), null, WriteOptions.none()));
			assertThat(again.failures()).singleElement()
				.satisfies((failure) -> assertThat(failure.cause()).isInstanceOf(DuplicateKeyException.class));
		}
	}

	@Test
	void keysThatTheServerCountsComeBack() {
		SeekdbTable table = ServerTables.create(this.client, this.name,
				TableSchema.of(FieldSchema.autoId("id"), FieldSchema.of("text", FieldType.TEXT)));
		assertThat(table.insertReturningKeys(
				io.quiver.store.seekdb.model.WriteRequest.of(List.of(row("text", "a"), row("text", "b")))))
			.containsExactly(1L, 2L);
	}

	@Test
	void whatFailsIsToldByItsCode() {
		this.client.jdbcClient().sql("CREATE TABLE " + this.name + " (id INT PRIMARY KEY)").update();
		this.client.jdbcClient().sql("INSERT INTO " + this.name + " VALUES (1)").update();
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.client.jdbcClient().sql("INSERT INTO " + this.name + " VALUES (1)").update());
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.client.jdbcClient().sql("DELETE FROM nowhere").update());
		try (SeekdbClient denied = SeekdbClient.builder(pool().withCredentials("root", "wrong")).build()) {
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(denied::version)
				.withMessageNotContaining("wrong");
		}
	}

	@Test
	void aTransactionIsDoneOrUndoneAndItsPartsToo() {
		this.client.jdbcClient().sql("CREATE TABLE " + this.name + " (id INT PRIMARY KEY)").update();
		this.client.session((session) -> session.inTransaction(() -> {
			insert(session, 1);
			assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> session.inTransaction(() -> {
				insert(session, 2);
				return insert(session, 2);
			}));
			return insert(session, 3);
		}));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.client.session((session) -> session.inTransaction(() -> {
				insert(session, 4);
				return insert(session, 4);
			})));
		assertThat(
				this.client.jdbcClient().sql("SELECT id FROM " + this.name + " ORDER BY id").query(Long.class).list())
			.containsExactly(1L, 3L);
	}

	private int insert(SeekdbSession session, int id) {
		return session.jdbcClient().sql("INSERT INTO " + this.name + " VALUES (?)").param(id).update();
	}

	@Test
	void aCallEndsAtItsDeadlineWhateverHolds() {
		try (SeekdbClient hurried = hurried()) {
			assertThat(hurried.version()).contains("seekdb");
			ends(() -> hurried.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single());
			assertThat(hurried.version()).contains("seekdb");
			this.proxy.inject(Fault.stopAnswering());
			ends(hurried::version);
			ends(hurried::version);
			this.proxy.pass();
			assertThat(hurried.version()).contains("seekdb");
		}
	}

	private static void ends(Runnable call) {
		long begin = System.nanoTime();
		assertThat(catchThrowableOfType(DataAccessException.class, call::run)).matches(StoreFaults::isPassing);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SLACK);
	}

	@Test
	void aConnectionThatBreaksIsThrownAwayAndItsOutcomeOpen() {
		DataAccessException failure = catchThrowableOfType(DataAccessException.class,
				() -> this.client.session((session) -> {
					session.jdbcClient().sql("SET @x = 1").update();
					this.proxy.inject(Fault.cutOnce());
					return session.jdbcClient().sql("SET @x = 2").update();
				}));
		assertThat(failure).matches(StoreFaults::mayBeDone);
		assertThat(this.client.version()).contains("seekdb");
		this.proxy.inject(Fault.refuse());
		ends(this.client::version);
		assertThatExceptionOfType(NotSentException.class).isThrownBy(this.client::version);
		this.proxy.pass();
		assertThat(this.client.version()).contains("seekdb");
	}

}
