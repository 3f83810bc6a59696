package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.seekdb.model.RefreshPolicy;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * What is written to a table of asynchronous indexes is found when the policy says so
 * (S5). Rows are there before, so that the index always finds some and no search has to
 * compare all of them.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class SeekdbRefreshTests {

	private static final int DIMENSION = 16;

	private static final int ROWS = 40;

	private final CollectionSpec spec = Specs.spec("refresh_" + UUID.randomUUID().toString().substring(0, 8),
			Specs.vector("v", DIMENSION, Metric.EUCLIDEAN));

	private final RecordingCalls calls = new RecordingCalls();

	private SeekdbServer server;

	private SeekdbClient patient;

	@BeforeEach
	void open(SeekdbServer server) {
		this.server = server;
		this.patient = SeekdbClients.client(server);
	}

	@AfterEach
	void close() {
		this.patient.tables().dropIfPresent(this.spec.name());
		this.patient.close();
	}

	/** Of a table that was there before the store. */
	private void table(String options) {
		this.patient.jdbcClient()
			.sql("CREATE TABLE `" + this.spec.name() + "` (id VARBINARY(100) PRIMARY KEY, v VECTOR(" + DIMENSION
					+ "), VECTOR INDEX vi (v) WITH (distance=l2, type=hnsw, lib=vsag)) " + options)
			.update();
		try (SeekdbStore store = store(RefreshPolicy.NONE)) {
			write(store, 0, 0);
		}
		if (!options.isEmpty()) {
			this.patient.table(this.spec.name()).indexes().refreshAll();
		}
	}

	private SeekdbStore store(RefreshPolicy policy) {
		SeekdbClient client = SeekdbClient.builder(SeekdbClients.pool(this.server)).calls(this.calls).build();
		return new SeekdbStore("test", client, (collection, table) -> table, policy);
	}

	private static float[] vector(int seed, int row) {
		Random random = new Random(1000L * seed + row);
		float[] vector = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			vector[i] = (float) random.nextGaussian();
		}
		return vector;
	}

	private void write(SeekdbStore store, int from, int seed) {
		List<Row> rows = IntStream.range(from, from + ROWS)
			.mapToObj((row) -> Row.of("r" + row, vector(seed, row)))
			.toList();
		assertThat(store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows)).failures()).isEmpty();
	}

	private void assertFound(SeekdbStore store, int from, int seed) {
		for (int row = from; row < from + ROWS; row++) {
			assertThat(nearest(store, vector(seed, row))).extracting(Hit::row).containsExactly(Row.of("r" + row));
		}
	}

	private List<Hit> nearest(SeekdbStore store, float[] vector) {
		return store.nearest(new NearestRequest(this.spec, Projection.key(this.spec), 1, vector, null,
				SimilarityRange.all(), 0, 1, SearchOptions.none()));
	}

	private long refreshes() {
		return this.calls.operations().stream().filter((call) -> call.name().equals("refresh-index")).count();
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void newAndChangedRowsAreFound(RefreshPolicy policy) {
		table("ORGANIZATION = HEAP");
		try (SeekdbStore store = store(policy)) {
			for (int seed = 1; seed < 4; seed++) {
				write(store, 0, seed);
				write(store, seed * ROWS, seed);
				store.afterWrites(this.spec, WriteOptions.none());
				assertFound(store, 0, seed);
				assertFound(store, seed * ROWS, seed);
			}
			assertThat(refreshes()).isEqualTo((policy == RefreshPolicy.AFTER_WRITE) ? 3 : 0);
		}
	}

	@ParameterizedTest
	@EnumSource(RefreshPolicy.class)
	void indexThatFollowsEveryWriteIsLeftAlone(RefreshPolicy policy) {
		table("");
		try (SeekdbStore store = store(policy)) {
			for (int seed = 1; seed < 4; seed++) {
				write(store, 0, seed);
				store.afterWrites(this.spec, WriteOptions.none());
				assertFound(store, 0, seed);
			}
			assertThat(refreshes()).as("calls, of which the first finds out").isLessThanOrEqualTo(1);
		}
	}

	@Test
	void withoutWritesNothingIsRefreshed() {
		table("ORGANIZATION = HEAP");
		try (SeekdbStore store = store(RefreshPolicy.AFTER_WRITE)) {
			nearest(store, vector(0, 0));
			store.afterWrites(this.spec, WriteOptions.none());
			write(store, 0, 1);
			store.afterWrites(this.spec, WriteOptions.none());
			store.afterWrites(this.spec, WriteOptions.none());
			assertThat(refreshes()).isOne();
		}
	}

	@Test
	void everyWriterFindsItsOwnRowsWhenManyWrite() throws Exception {
		table("ORGANIZATION = HEAP");
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (SeekdbStore store = store(RefreshPolicy.AFTER_WRITE)) {
			List<Callable<Void>> writers = IntStream.range(1, 5).<Callable<Void>>mapToObj((writer) -> () -> {
				for (int seed = 1; seed < 4; seed++) {
					write(store, writer * ROWS, 10 * writer + seed);
					store.afterWrites(this.spec, WriteOptions.none());
					assertFound(store, writer * ROWS, 10 * writer + seed);
				}
				return null;
			}).toList();
			for (Future<Void> written : threads.invokeAll(writers, 120, TimeUnit.SECONDS)) {
				written.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void failureSaysThatTheRowsAreStored() {
		table("ORGANIZATION = HEAP");
		try (SeekdbStore store = store(RefreshPolicy.AFTER_WRITE)) {
			write(store, ROWS, 1);
			assertThatExceptionOfType(RefreshFailedException.class)
				.isThrownBy(() -> store.afterWrites(this.spec, WriteOptions.none().withTimeout(Duration.ofNanos(1))))
				.withMessageContaining("'" + this.spec.name() + "' is stored")
				.isInstanceOf(NonTransientDataAccessException.class);
			assertThat(store.count(this.spec, null, SearchOptions.none())).isEqualTo(2 * ROWS);
			store.afterWrites(this.spec, WriteOptions.none());
			assertFound(store, ROWS, 1);
		}
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void whatATransactionWritesIsFoundBehindItsCommit(RefreshPolicy policy) {
		table("ORGANIZATION = HEAP");
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(this.server.url());
		config.setUsername("root");
		config.setMaximumPoolSize(1);
		try (HikariDataSource dataSource = new HikariDataSource(config);
				SeekdbStore store = new SeekdbStore("test", SeekdbClient.builder(dataSource).calls(this.calls).build(),
						(collection, table) -> table, policy)) {
			TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
			transaction.executeWithoutResult((status) -> {
				write(store, ROWS, 1);
				store.afterWrites(this.spec, WriteOptions.none());
				nearest(store, vector(1, ROWS));
				status.setRollbackOnly();
			});
			assertThat(store.count(this.spec, null, SearchOptions.none())).isEqualTo(ROWS);
			transaction.executeWithoutResult((status) -> {
				for (int seed = 1; seed < 3; seed++) {
					write(store, 0, seed);
					write(store, ROWS, seed);
					store.afterWrites(this.spec, WriteOptions.none());
				}
				assertThat(refreshes()).isZero();
			});
			assertThat(refreshes()).isEqualTo((policy == RefreshPolicy.AFTER_WRITE) ? 1 : 0);
			assertFound(store, 0, 2);
			assertFound(store, ROWS, 2);
		}
	}

	@Test
	void isTriedAgainWhileTheServerIsBusyWithItsOwn() {
		Session session = mock(Session.class);
		given(session.update(any()))
			.willThrow(new UncategorizedSQLException("refresh", null, new SQLException("not now", "HY000", 4179)))
			.willReturn(0);
		SeekdbRefresh.refresh(session);
		verify(session, times(2)).update(IndexStatements.refreshAll());
		given(session.update(any()))
			.willThrow(new UncategorizedSQLException("refresh", null, new SQLException("no", "HY000", 4000)));
		assertThatExceptionOfType(UncategorizedSQLException.class).isThrownBy(() -> SeekdbRefresh.refresh(session));
	}

}
