package io.quiver.store.seekdb;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client against the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbClientTests {

	private final SeekdbPoolEvents events = new SeekdbPoolEvents();

	@SuppressWarnings("NullAway.Init")
	private SeekdbServer server;

	@SuppressWarnings("NullAway.Init")
	private SeekdbClient client;

	@BeforeEach
	void open(SeekdbServer server) {
		this.server = server;
		this.client = SeekdbClient.builder(SeekdbClients.pool(server)).poolMonitor(this.events).build();
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	private String table() {
		String name = "client_" + UUID.randomUUID().toString().replace("-", "");
		this.client.jdbcClient().sql("CREATE TABLE " + name + " (id BIGINT PRIMARY KEY, text LONGTEXT)").update();
		return name;
	}

	@Nested
	@DisplayName("S1: pooled connections")
	class Pool {

		@Test
		void theFiguresOfThePoolAreKnownUnderTheCommonNames() {
			PoolStats pool = Objects.requireNonNull(SeekdbClientTests.this.events.pool());
			client().version();
			assertThat(pool.max()).isEqualTo(4);
			assertThat(pool.active()).isZero();
			assertThat(pool.pending()).isZero();
			assertThat(pool.idle()).isPositive();
			assertThat(SeekdbClientTests.this.events.acquisitions()).isEqualTo(1);
			client().execute((connection) -> {
				assertThat(pool.active()).isEqualTo(1);
				return true;
			});
			assertThat(pool.active()).isZero();
		}

		@Test
		void sessionsAreInUtcWhateverTheMachineIs() {
			assertThat(client().jdbcClient().sql("SELECT @@session.time_zone").query(String.class).single())
				.isEqualTo("+00:00");
		}

		@Test
		void theServersOwnTimeOutsAreThoseOfTheSettings() {
			SeekdbPool pool = SeekdbClients.pool(server())
				.withQueryTimeout(Duration.ofSeconds(33))
				.withLockTimeout(Duration.ofMillis(1234))
				.withEfSearch(99);
			try (SeekdbClient other = SeekdbClient.builder(pool).build()) {
				JdbcClient jdbc = other.jdbcClient();
				assertThat(jdbc.sql("SELECT @@ob_query_timeout").query(Long.class).single()).isEqualTo(33_000_000);
				assertThat(jdbc.sql("SELECT @@ob_trx_lock_timeout").query(Long.class).single()).isEqualTo(1_234_000);
				assertThat(jdbc.sql("SELECT @@ob_hnsw_ef_search").query(Integer.class).single()).isEqualTo(99);
			}
		}

		@Test
		void aUserHasAPasswordThatNoMessageShows() {
			String user = "u" + System.nanoTime();
			client().jdbcClient().sql("CREATE USER '" + user + "'@'%' IDENTIFIED BY 'the-right-word'").update();
			client().jdbcClient().sql("GRANT ALL ON test.* TO '" + user + "'@'%'").update();
			SeekdbPool pool = SeekdbClients.pool(server());
			try (SeekdbClient right = SeekdbClient.builder(pool.withCredentials(user, "the-right-word")).build();
					SeekdbClient wrong = SeekdbClient.builder(pool.withCredentials(user, "the-wrong-word")).build()) {
				assertThat(right.version()).contains("seekdb");
				assertThat(right.details().toString()).doesNotContain("the-right-word").doesNotContain(user);
				assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(wrong::version)
					.withMessageContaining("1045")
					.satisfies((failure) -> assertThat(failure).hasStackTraceContaining("1045")
						.extracting((thrown) -> stackTrace(thrown))
						.asString()
						.doesNotContain("the-wrong-word"));
			}
		}

		@Test
		void aLoginThatIsRefusedIsToldOfLongBeforeTheWaitEnds() {
			SeekdbPool pool = SeekdbClients.pool(server())
				.withCredentials("nobody", "x")
				.withMaxWait(Duration.ofHours(1))
				.withConnectTimeout(Duration.ofHours(1));
			try (SeekdbClient other = SeekdbClient.builder(pool).build()) {
				assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(other::version);
			}
		}

		@Test
		void aUserMayNameItsTenant() {
			SeekdbPool pool = SeekdbClients.pool(server()).withCredentials("root@sys", "");
			try (SeekdbClient other = SeekdbClient.builder(pool).build()) {
				assertThat(other.version()).contains("seekdb");
			}
		}

		@Test
		void whoFindsAllConnectionsInUseWaitsNoLongerThanTheDeadline() throws Exception {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			Duration time = Duration.ofSeconds(1);
			StoreCalls calls = StoreCalls.builder("test", "seekdb")
				.timeouts(new Timeouts(Duration.ZERO, time, Duration.ofSeconds(60), Duration.ZERO))
				.build();
			CountDownLatch taken = new CountDownLatch(1);
			CountDownLatch release = new CountDownLatch(1);
			try (SeekdbClient other = SeekdbClient.builder(pool).calls(calls).build()) {
				var held = other.async().execute((connection) -> {
					taken.countDown();
					await(release);
					return "held";
				});
				await(taken);
				assertThatExceptionOfType(NotSentException.class).isThrownBy(other::version)
					.withMessageContaining("all 1 that there may be")
					.withCauseInstanceOf(QueryTimeoutException.class);
				release.countDown();
				assertThat(held.get(30, TimeUnit.SECONDS)).isEqualTo("held");
				assertThat(other.version()).contains("seekdb");
			}
		}

		@Test
		void whoFindsAllConnectionsInUseSaysNothingAgainstTheServer() {
			CircuitBreaker breaker = CircuitBreaker.of("test",
					CircuitBreakerConfig.custom().minimumNumberOfCalls(1).slidingWindowSize(1).build());
			StoreCalls calls = StoreCalls.builder("test", "seekdb").circuitBreaker(breaker).build();
			SeekdbPool one = SeekdbClients.pool(server()).withSize(1, 0).withMaxWait(Duration.ZERO);
			try (SeekdbClient other = SeekdbClient.builder(one).calls(calls).build()) {
				other.session((session) -> {
					assertThatExceptionOfType(CallRefusedException.class).isThrownBy(other::version);
					assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
					return session.jdbcClient().sql("SELECT 1").query(Integer.class).single();
				});
				assertThat(other.version()).contains("seekdb");
				assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
			}
		}

		@Test
		void theDriverOfMySqlServesAsWell() {
			String url = "jdbc:mysql://127.0.0.1:" + server().address().getPort() + "/test";
			Duration time = Duration.ofSeconds(2);
			StoreCalls calls = StoreCalls.builder("test", "seekdb")
				.timeouts(new Timeouts(time, time, time, time))
				.build();
			SeekdbPool pool = SeekdbPool.of(url).withCredentials("root", "").withConnectTimeout(Duration.ofSeconds(10));
			try (SeekdbClient other = SeekdbClient.builder(pool).calls(calls).build()) {
				assertThat(other.jdbcClient(Duration.ofSeconds(30))
					.sql("SELECT ?")
					.param("ä😀")
					.query(String.class)
					.single()).isEqualTo("ä😀");
				long begin = System.nanoTime();
				assertThatExceptionOfType(QueryTimeoutException.class)
					.isThrownBy(() -> other.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single());
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
				assertThat(other.jdbcClient(Duration.ofSeconds(30)).sql("SELECT 1").query(Integer.class).single())
					.isEqualTo(1);
			}
		}

	}

	@Nested
	@DisplayName("S9: efSearch of a session")
	class EfSearch {

		private static final int DEFAULT = 64;

		@Test
		void whatASessionSetsTheNextUserOfItsConnectionDoesNotSee() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				Long connection = one.session((session) -> {
					assertThat(session.efSearch()).isEqualTo(DEFAULT);
					session.efSearch(200);
					session.efSearch(300);
					assertThat(session.efSearch()).isEqualTo(300);
					assertThat(session.jdbcClient().sql("SELECT @@ob_hnsw_ef_search").query(Integer.class).single())
						.isEqualTo(300);
					return session.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single();
				});
				assertThat(one.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single())
					.isEqualTo(connection);
				assertThat(one.<Integer>session(SeekdbSession::efSearch)).isEqualTo(DEFAULT);
			}
		}

		@Test
		void itIsPutBackWhenTheSessionFails() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0).withEfSearch(77);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> one.session((session) -> {
					session.efSearch(200);
					throw new IllegalStateException("on purpose");
				})).withMessage("on purpose");
				assertThat(one.<Integer>session(SeekdbSession::efSearch)).isEqualTo(77);
			}
		}

		@Test
		void aConnectionWhereItCannotBePutBackIsThrownAway() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				Long killed = one.session((session) -> {
					session.efSearch(200);
					Long id = session.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single();
					client().jdbcClient().sql("KILL " + id).update();
					return id;
				});
				assertThat(one.<Integer>session(SeekdbSession::efSearch)).isEqualTo(DEFAULT);
				assertThat(one.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single())
					.isNotEqualTo(killed);
			}
		}

		@Test
		void ofNothingIsRefused() {
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> client().session((session) -> {
				session.efSearch(0);
				return true;
			}));
		}

		@Test
		void anyVariableOfAStatementIsPutBack() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				Sql probes = Sql.of("SELECT @@ob_ivf_nprobes");
				List<Long> seen = one.calls()
					.direct(Deadline.none(), (session) -> session.withVariable("ob_ivf_nprobes", 21,
							() -> session.query(probes, (row) -> row.getLong(1))));
				assertThat(seen).containsExactly(21L);
				assertThat(one.calls().<Long>direct(Deadline.none(), (session) -> session.variable("ob_ivf_nprobes")))
					.isEqualTo(8);
			}
		}

	}

	@Nested
	@DisplayName("S11: raw SQL, JdbcClient and the asynchronous form")
	class Raw {

		@Test
		void jdbcClientReadsAndWrites() {
			String table = table();
			JdbcClient jdbc = client().jdbcClient();
			assertThat(jdbc.sql("INSERT INTO " + table + " VALUES (:id, :text)")
				.param("id", 1)
				.param("text", "one")
				.update()).isEqualTo(1);
			assertThat(jdbc.sql("SELECT text FROM " + table + " WHERE id = ?").param(1).query(String.class).single())
				.isEqualTo("one");
			assertThat(jdbc.sql("SELECT id, text FROM " + table).query().listOfRows()).hasSize(1);
			try (var rows = jdbc.sql("SELECT text FROM " + table).query(String.class).stream()) {
				assertThat(rows).containsExactly("one");
			}
			assertThat(active(client())).isZero();
		}

		@Test
		void errorsAreSpringsByTheirCode() {
			String table = table();
			JdbcClient jdbc = client().jdbcClient();
			jdbc.sql("INSERT INTO " + table + " VALUES (1, 'a')").update();
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> jdbc.sql("INSERT INTO " + table + " VALUES (1, 'b')").update())
				.withMessageContaining("1062");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> jdbc.sql("SELECT FROM").query().listOfRows())
				.withMessageContaining("1064");
		}

		@Test
		void aRefusalDoesNotCostTheConnection() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				JdbcClient jdbc = one.jdbcClient();
				Long id = jdbc.sql("SELECT CONNECTION_ID()").query(Long.class).single();
				String unsupported = "CREATE TABLE client_refused (id INT PRIMARY KEY, v VECTOR(2), "
						+ "VECTOR INDEX i (v) WITH (distance=l2, type=hnsw, nonsense=1))";
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> jdbc.sql(unsupported).update())
					.withMessageContaining("1235");
				assertThat(jdbc.sql("SELECT CONNECTION_ID()").query(Long.class).single()).isEqualTo(id);
			}
		}

		@Test
		void aConnectionIsUsedAsItIs() {
			String catalog = client().execute(Connection::getCatalog);
			assertThat(catalog).isEqualTo("test");
		}

		@Test
		void aSessionIsOneConnectionWithItsTransactions() {
			String table = table();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> client().session((session) -> {
				session.jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'kept')").update();
				return session.inTransaction(() -> {
					session.jdbcClient().sql("INSERT INTO " + table + " VALUES (2, 'undone')").update();
					throw new IllegalStateException("on purpose");
				});
			}));
			client().session((session) -> session.inTransaction(() -> session.inTransaction(
					() -> session.jdbcClient().sql("INSERT INTO " + table + " VALUES (3, 'kept')").update())));
			assertThat(client().jdbcClient().sql("SELECT id FROM " + table + " ORDER BY id").query(Long.class).list())
				.containsExactly(1L, 3L);
		}

		@ParameterizedTest
		@ValueSource(strings = { "mariadb", "mysql", "oceanbase" })
		void whatSqlHasBegunAndNotEndedTakesNoWriteOfOthersWithIt(String driver) {
			String table = table();
			String url = "jdbc:" + driver + "://127.0.0.1:" + server().address().getPort() + "/test";
			SeekdbPool one = SeekdbPool.of(url).withCredentials("root", "").withSize(1, 0);
			try (SeekdbClient other = SeekdbClient.builder(one).build()) {
				for (String begun : List.of("START TRANSACTION", "SET autocommit = 0")) {
					long id = other.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single();
					other.session((session) -> {
						session.jdbcClient().sql(begun).update();
						return session.jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'undone')").update();
					});
					other.jdbcClient().sql("INSERT INTO " + table + " VALUES (2, 'kept')").update();
					assertThat(other.jdbcClient().sql("SELECT CONNECTION_ID()").query(Long.class).single())
						.isEqualTo(id);
					assertThat(client().jdbcClient().sql("SELECT id FROM " + table).query(Long.class).list())
						.containsExactly(2L);
					client().jdbcClient().sql("DELETE FROM " + table).update();
				}
			}
		}

		@Test
		void whatAnApplicationDoesWithAConnectionIsNotRepeatedForFailuresOfOthers() {
			AtomicInteger runs = new AtomicInteger();
			StoreCalls calls = StoreCalls.builder("test", "seekdb")
				.retry(Retry.of("test", RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(1)).build()))
				.circuitBreaker(CircuitBreaker.of("test",
						CircuitBreakerConfig.custom().minimumNumberOfCalls(1).slidingWindowSize(1).build()))
				.build();
			try (SeekdbClient guarded = SeekdbClient.builder(SeekdbClients.pool(server())).calls(calls).build()) {
				NotSentException other = new NotSentException("of another store");
				assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> guarded.session((session) -> {
					runs.incrementAndGet();
					throw other;
				})).isSameAs(other);
				assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> guarded.execute((connection) -> {
					runs.incrementAndGet();
					throw other;
				})).isSameAs(other);
				assertThat(guarded.async().session((session) -> {
					runs.incrementAndGet();
					throw other;
				})).failsWithin(Duration.ofSeconds(30)).withThrowableThat().withCause(other);
				assertThat(runs).hasValue(3);
				assertThat(guarded.version()).contains("seekdb");
			}
		}

		@Test
		void aTableOfASessionIsUsedOnItsConnectionAndInItsTransactions() {
			try (SeekdbClient other = SeekdbClient.builder(SeekdbClients.pool(server()).withSize(1, 0)).build()) {
				String name = table();
				assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> other.session((session) -> {
					SeekdbTable table = session.table(name);
					table.insert(Map.of("id", 1, "text", "kept"));
					return session.inTransaction(() -> {
						table.insert(Map.of("id", 2, "text", "undone"));
						assertThat(table.count()).isEqualTo(2);
						throw new IllegalStateException("on purpose");
					});
				}));
				assertThat(other.table(name).get(1, 2)).hasSize(1);
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> other.session((session) -> session.inTransaction(() -> {
						session.table(name).fields().drop("text");
						return name;
					})))
					.withMessageContaining("would commit the transaction");
				other.session((session) -> {
					session.table(name).fields().drop("text");
					return name;
				});
				assertThat(other.table(name).get(1)).containsExactly(Map.of("id", 1L));
			}
		}

		@Test
		void aPartOfATransactionIsUndoneAlone() {
			String table = table();
			client().session((session) -> session.inTransaction(() -> {
				session.jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'kept')").update();
				assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> session.inTransaction(() -> {
					session.jdbcClient().sql("INSERT INTO " + table + " VALUES (2, 'undone')").update();
					return session.jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'twice')").update();
				}));
				return session.jdbcClient().sql("INSERT INTO " + table + " VALUES (3, 'kept')").update();
			}));
			assertThat(client().jdbcClient().sql("SELECT id FROM " + table + " ORDER BY id").query(Long.class).list())
				.containsExactly(1L, 3L);
		}

		@Test
		void aTransactionThatTakesTooLongIsUndoneAndItsConnectionThrownAway() {
			String table = table();
			try (SeekdbClient hasty = within(Duration.ofMillis(700))) {
				hasty.jdbcClient(Duration.ofSeconds(30)).sql("SELECT 1").query(Integer.class).single();
				assertThatExceptionOfType(OutcomeUnknownException.class)
					.isThrownBy(() -> hasty.session((session) -> session.inTransaction(() -> {
						session.jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'undone')").update();
						return session.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single();
					})));
				assertThat(active(hasty)).isZero();
				assertThat(hasty.jdbcClient(Duration.ofSeconds(30))
					.sql("SELECT COUNT(*) FROM " + table)
					.query(Integer.class)
					.single()).isZero();
			}
		}

		@Test
		void aReadThatTakesTooLongEndsInItsTime() {
			try (SeekdbClient hasty = within(Duration.ofMillis(500))) {
				hasty.jdbcClient(Duration.ofSeconds(30)).sql("SELECT 1").query(Integer.class).single();
				long begin = System.nanoTime();
				assertThatExceptionOfType(QueryTimeoutException.class)
					.isThrownBy(() -> hasty.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single());
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
				assertThat(active(hasty)).isZero();
				assertThat(hasty.jdbcClient(Duration.ofSeconds(30)).sql("SELECT 2").query(Integer.class).single())
					.isEqualTo(2);
			}
		}

		@Test
		void aWriteThatTakesTooLongMayBeDoneAndSaysSo() {
			try (SeekdbClient hasty = within(Duration.ofMillis(500))) {
				hasty.jdbcClient(Duration.ofSeconds(30)).sql("SELECT 1").query(Integer.class).single();
				assertThatExceptionOfType(OutcomeUnknownException.class)
					.isThrownBy(() -> hasty.jdbcClient().sql("DO SLEEP(9)").update());
			}
		}

		@Test
		void aLockThatSomebodyHoldsIsWaitedForAsLongAsIsSet() {
			String table = table();
			client().jdbcClient().sql("INSERT INTO " + table + " VALUES (1, 'a')").update();
			String update = "UPDATE " + table + " SET text = 'b' WHERE id = 1";
			SeekdbPool pool = SeekdbClients.pool(server()).withLockTimeout(Duration.ofMillis(300));
			try (SeekdbClient other = SeekdbClient.builder(pool).build()) {
				client().session((session) -> session.inTransaction(() -> {
					session.jdbcClient().sql(update).update();
					assertThatExceptionOfType(CannotAcquireLockException.class)
						.isThrownBy(() -> other.jdbcClient().sql(update).update())
						.withMessageContaining("1205");
					return true;
				}));
				assertThat(other.jdbcClient().sql(update).update()).isOne();
			}
		}

		@Test
		void aStatementMayHaveATimeOfItsOwn() {
			try (SeekdbClient hasty = within(Duration.ofMillis(500))) {
				assertThat(hasty.jdbcClient(Duration.ofMinutes(1)).sql("SELECT SLEEP(1)").query(Integer.class).single())
					.isZero();
				assertThat(hasty.jdbcClient(Duration.ZERO).sql("SELECT SLEEP(1)").query(Integer.class).single())
					.isZero();
			}
		}

		@Test
		void theAsynchronousFormDoesTheSame() throws Exception {
			String table = table();
			client().async()
				.session((session) -> session.jdbcClient()
					.sql("INSERT INTO " + table + " VALUES (?, ?)")
					.params(7, "seven")
					.update())
				.get(30, TimeUnit.SECONDS);
			assertThat(client().async().execute((connection) -> first(connection, table)).get(30, TimeUnit.SECONDS))
				.isEqualTo("seven");
			assertThat(client().async().version().get(30, TimeUnit.SECONDS)).contains("seekdb");
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> client().async()
					.session((session) -> session.jdbcClient().sql("SELECT FROM").query().listOfRows())
					.get(30, TimeUnit.SECONDS))
				.withCauseInstanceOf(InvalidDataAccessApiUsageException.class);
		}

		@Test
		void anAsynchronousCallThatIsCancelledFreesItsConnection() {
			SeekdbPool pool = SeekdbClients.pool(server()).withSize(1, 0);
			try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
				one.version();
				CountDownLatch begun = new CountDownLatch(1);
				var call = one.async().session((session) -> {
					begun.countDown();
					return session.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single();
				});
				await(begun);
				assertThat(call.cancel(true)).isTrue();
				long begin = System.nanoTime();
				assertThat(one.version()).contains("seekdb");
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
			}
		}

		@Test
		void versionAndProbeTellTheServersVersion() {
			assertThat(client().details()).doesNotContainKey("version");
			assertThat(client().probe(Deadline.after(Duration.ofSeconds(30)))).containsKeys("address", "connections")
				.hasEntrySatisfying("version", (version) -> assertThat(version).asString().contains("seekdb-v1.4.0.0"));
			assertThat(client().version()).endsWith("seekdb-v1.4.0.0");
		}

		@Test
		void keysThatTheServerMakesComeBack() {
			String table = "client_keys_" + System.nanoTime();
			client().jdbcClient()
				.sql("CREATE TABLE " + table + " (id BIGINT AUTO_INCREMENT PRIMARY KEY, text LONGTEXT)")
				.update();
			List<Long> keys = client().calls()
				.direct(Deadline.none(),
						(session) -> session
							.insertReturningKeys(new SqlBuilder().append("INSERT INTO " + table + " (text) VALUES (")
								.bind("a")
								.append(")")
								.build()));
			assertThat(keys).hasSize(1);
			int[] counts = client().calls()
				.direct(Deadline.none(), (session) -> session.updateEach(List.of(update(table, "b", keys.get(0)),
						update(table, "c", -1L), update(table, "b", keys.get(0)))));
			assertThat(counts).containsExactly(1, 0, 1);
		}

		private static Sql update(String table, String text, long id) {
			return new SqlBuilder().append("UPDATE " + table + " SET text = ")
				.bind(text)
				.append(" WHERE id = ")
				.bind(id)
				.build();
		}

		private static String first(Connection connection, String table) throws SQLException {
			try (var statement = connection.createStatement();
					var rows = statement.executeQuery("SELECT text FROM " + table)) {
				rows.next();
				return rows.getString(1);
			}
		}

		private SeekdbClient within(Duration time) {
			StoreCalls calls = StoreCalls.builder("test", "seekdb")
				.timeouts(new Timeouts(Duration.ZERO, time, time, time))
				.build();
			return SeekdbClient.builder(SeekdbClients.pool(server())).calls(calls).build();
		}

	}

	private SeekdbClient client() {
		return this.client;
	}

	private SeekdbServer server() {
		return this.server;
	}

	private static int active(SeekdbClient client) {
		return Objects.requireNonNull(client.pool()).active();
	}

	private static String stackTrace(Throwable thrown) {
		StringWriter text = new StringWriter();
		thrown.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
