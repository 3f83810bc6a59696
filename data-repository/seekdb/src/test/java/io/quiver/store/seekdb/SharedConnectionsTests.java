package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client with the connections of an application.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SharedConnectionsTests {

	private final String table = "shared_" + UUID.randomUUID().toString().replace("-", "");

	@SuppressWarnings("NullAway.Init")
	private HikariDataSource dataSource;

	@SuppressWarnings("NullAway.Init")
	private SeekdbClient client;

	@SuppressWarnings("NullAway.Init")
	private TransactionTemplate transaction;

	@BeforeEach
	void open(SeekdbServer server) {
		this.dataSource = dataSource(server.url());
		this.client = SeekdbClient.builder(this.dataSource).build();
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(this.dataSource));
		sql("CREATE TABLE " + this.table + " (id BIGINT PRIMARY KEY)");
	}

	@AfterEach
	void close() {
		this.client.close();
		new JdbcTemplate(this.dataSource).execute("DROP TABLE IF EXISTS " + this.table);
		this.dataSource.close();
	}

	private static HikariDataSource dataSource(String url) {
		return new HikariDataSource(config(url));
	}

	private static HikariConfig config(String url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername("root");
		config.setPassword("");
		config.setMaximumPoolSize(2);
		config.setConnectionTimeout(5000);
		return config;
	}

	@Test
	void callsTakePartInATransactionOfTheApplication() {
		this.transaction.executeWithoutResult((status) -> {
			insert(1);
			new JdbcTemplate(this.dataSource).update("INSERT INTO " + this.table + " VALUES (2)");
			assertThat(count()).isEqualTo(2);
			status.setRollbackOnly();
		});
		assertThat(count()).isZero();
		this.transaction.executeWithoutResult((status) -> insert(3));
		assertThat(count()).isOne();
		assertNothingIsLeft();
	}

	@Test
	void aTransactionOfTheClientJoinsThatOfTheApplication() {
		this.transaction.executeWithoutResult((status) -> {
			this.client.session((session) -> session
				.inTransaction(() -> session.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (1)").update()));
			status.setRollbackOnly();
		});
		assertThat(count()).isZero();
	}

	@Test
	void whatTheClientDoesAsAWholeIsUndoneAloneInATransactionOfTheApplication() {
		this.transaction.executeWithoutResult((status) -> {
			insert(1);
			assertThatExceptionOfType(DuplicateKeyException.class)
				.isThrownBy(() -> this.client.session((session) -> session.inTransaction(() -> {
					session.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (2)").update();
					return session.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (1)").update();
				})));
			insert(3);
		});
		assertThat(new JdbcTemplate(this.dataSource).queryForList("SELECT id FROM " + this.table + " ORDER BY id",
				Long.class))
			.containsExactly(1L, 3L);
	}

	@Test
	void aCallEndsWithTheTimeOfTheTransactionItTakesPartIn() {
		this.transaction.setTimeout(1);
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				insert(1);
				this.client.jdbcClient().sql("SELECT SLEEP(20)").query(Integer.class).single();
			}))
			.withCauseInstanceOf(QueryTimeoutException.class);
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
				insert(1);
				this.client.session((session) -> session.inTransaction(session::efSearch));
				this.client.session((session) -> session.jdbcClient().sql("SELECT SLEEP(20)").query().singleValue());
			}));
		this.transaction.setTimeout(-1);
		assertThat(count()).isZero();
		assertNothingIsLeft();
	}

	@Test
	void withoutATransactionOfTheApplicationTheClientHasItsOwn() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.client.session((session) -> session.inTransaction(() -> {
				session.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (1)").update();
				return session.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (1)").update();
			})));
		assertThat(count()).isZero();
		assertNothingIsLeft();
	}

	@Test
	void aPoolWhoseUsersCommitThemselvesLosesNoWrite(SeekdbServer server) throws SQLException {
		HikariConfig config = config(server.url());
		config.setAutoCommit(false);
		try (HikariDataSource committing = new HikariDataSource(config);
				SeekdbClient other = SeekdbClient.builder(committing).build()) {
			other.jdbcClient().sql("INSERT INTO " + this.table + " VALUES (1)").update();
			try (Connection connection = committing.getConnection()) {
				assertThat(connection.getAutoCommit()).isFalse();
			}
		}
		assertThat(count()).isOne();
	}

	@Test
	void aTransactionOfSomethingElseKeepsNoConnection() {
		TransactionSynchronizationManager.initSynchronization();
		try {
			insert(1);
			assertThat(count()).isOne();
			assertThat(this.dataSource.getHikariPoolMXBean().getActiveConnections()).isLessThanOrEqualTo(1);
		}
		finally {
			TransactionSynchronizationManager.getSynchronizations().forEach((each) -> {
				each.beforeCompletion();
				each.afterCompletion(0);
			});
			TransactionSynchronizationManager.clear();
		}
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertNothingIsLeft();
	}

	@Test
	void whatFailsInATransactionIsNotRepeated() {
		AtomicInteger tries = new AtomicInteger();
		try (SeekdbClient repeating = repeating(Duration.ofSeconds(60))) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> this.transaction
				.execute((status) -> repeating.calls().call(StoreOperations.GET, (session, attempt) -> {
					tries.incrementAndGet();
					throw new TransientDataAccessResourceException("on purpose");
				}))).withMessageContaining("begin it again");
			assertThat(tries).hasValue(1);
			assertThatExceptionOfType(TransientDataAccessResourceException.class)
				.isThrownBy(() -> repeating.calls().call(StoreOperations.GET, (session, attempt) -> {
					tries.incrementAndGet();
					throw new TransientDataAccessResourceException("on purpose");
				}));
			assertThat(tries).hasValue(4);
		}
	}

	@Test
	void aStatementThatTakesTooLongEndsInItsTime() {
		try (SeekdbClient hasty = repeating(Duration.ofMillis(500))) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> hasty.jdbcClient().sql("SELECT SLEEP(9)").query(Integer.class).single());
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
		}
		insert(1);
		assertThat(count()).isOne();
	}

	@Test
	void theTimeOutOfAConnectionIsPutBack() throws Exception {
		try (SeekdbClient patient = repeating(Duration.ofSeconds(60))) {
			patient.jdbcClient().sql("SELECT 1").query(Integer.class).single();
		}
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.getNetworkTimeout()).isZero();
		}
	}

	@Test
	void aPoolWithoutAFreeConnectionSendsNothing() throws Exception {
		try (Connection one = this.dataSource.getConnection(); Connection two = this.dataSource.getConnection()) {
			assertThat(one).isNotSameAs(two);
			this.dataSource.setConnectionTimeout(250);
			assertThatExceptionOfType(NotSentException.class)
				.isThrownBy(() -> this.client.probe(Deadline.after(Duration.ofSeconds(10))));
		}
	}

	@Test
	void aPoolThatPreparesOnTheServerIsRefused(SeekdbServer server) {
		try (HikariDataSource prepared = dataSource(server.url() + "?useServerPrepStmts=true");
				SeekdbClient other = SeekdbClient.builder(prepared).build()) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(other::version)
				.withMessageContaining("useServerPrepStmts".toLowerCase(java.util.Locale.ROOT))
				.withMessageContaining("leave it out");
			assertThat(prepared.getHikariPoolMXBean().getActiveConnections()).isZero();
		}
	}

	@Test
	void theApplicationsPoolIsNotClosedWithTheClient() {
		this.client.close();
		assertThat(this.dataSource.isClosed()).isFalse();
		assertThat(this.client.pool()).isNull();
		assertThat(new JdbcTemplate(this.dataSource).queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
	}

	private SeekdbClient repeating(Duration time) {
		StoreCalls calls = StoreCalls.builder("test", "seekdb")
			.timeouts(new Timeouts(Duration.ZERO, time, time, time))
			.retry(Retry.of("test",
					RetryConfig.custom()
						.maxAttempts(3)
						.waitDuration(Duration.ofMillis(1))
						.ignoreExceptions(NotRepeatedException.class)
						.build()))
			.build();
		return SeekdbClient.builder(this.dataSource).calls(calls).build();
	}

	private void insert(long id) {
		sql("INSERT INTO " + this.table + " VALUES (" + id + ")");
	}

	private void sql(String text) {
		this.client.jdbcClient().sql(text).update();
	}

	private long count() {
		return this.client.jdbcClient().sql("SELECT COUNT(*) FROM " + this.table).query(Long.class).single();
	}

	private void assertNothingIsLeft() {
		assertThat(this.dataSource.getHikariPoolMXBean().getActiveConnections()).isZero();
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
	}

}
