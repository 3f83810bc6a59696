package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import io.quiver.store.contract.fault.Fault;
import io.quiver.store.contract.fault.FaultProxy;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.RefreshPolicy;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a {@link SeekdbStore} tells of rows when a connection fails in the middle.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class SeekdbStoreFaultTests {

	private final CollectionSpec spec = Specs.spec("fault_" + UUID.randomUUID().toString().substring(0, 8),
			new ValueColumn("version", ColumnType.LONG, false, true, false, true),
			Specs.vector("v", 2, Metric.EUCLIDEAN));

	private FaultProxy proxy;

	private SeekdbClient direct;

	private SeekdbStore patient;

	private SeekdbStore store;

	@BeforeEach
	void open(SeekdbServer server) {
		this.proxy = FaultProxy.of(server.address());
		this.direct = SeekdbClients.client(server);
		this.patient = new SeekdbStore("patient", this.direct, (collection, table) -> asynchronous(table),
				RefreshPolicy.NONE);
		this.patient.create(this.spec);
		this.store = store(1);
	}

	@AfterEach
	void close() {
		this.store.close();
		this.proxy.close();
		this.patient.drop(this.spec.name());
		this.patient.close();
	}

	private static TableSchema asynchronous(TableSchema table) {
		return new TableSchema(table.fields(),
				table.indexes()
					.stream()
					.map((index) -> (index instanceof VectorIndex vector)
							? vector.withOptions(HnswOptions.hnsw().withSyncMode(SyncMode.ASYNC)) : index)
					.toList(),
				Organization.HEAP, null, null);
	}

	private SeekdbStore store(int attempts) {
		Duration attempt = Duration.ofSeconds(20);
		StoreCalls calls = StoreCalls.builder("faults", "seekdb")
			.timeouts(new Timeouts(Duration.ofSeconds(5), attempt, attempt, attempt.multipliedBy(3)))
			.retry(Retry.of("faults",
					RetryConfig.custom()
						.maxAttempts(attempts)
						.waitDuration(Duration.ofMillis(20))
						.ignoreExceptions(NotRepeatedException.class)
						.build()))
			.build();
		SeekdbClient client = SeekdbClient.builder(SeekdbClients.pool(this.proxy.address())).calls(calls).build();
		return new SeekdbStore("faults", client, (collection, table) -> table, RefreshPolicy.AFTER_WRITE);
	}

	/** A connection that fails is one of those in the pool, and not a new one. */
	private void warmUp() {
		count(this.store);
		Settling.await();
	}

	/** From now on what may be repeated is. */
	private void repeating() {
		this.store.close();
		this.store = store(3);
		warmUp();
	}

	private long count(SeekdbStore store) {
		return store.count(this.spec, null, SearchOptions.none());
	}

	private List<Row> rows(int size, long version) {
		return IntStream.range(0, size)
			.mapToObj((row) -> Row.of("r%06d".formatted(row), version, new float[] { row, version }))
			.toList();
	}

	@Test
	void rowsOfAWriteThatIsCutInTheMiddleAreStoredUnknownOrNotSent() throws Exception {
		warmUp();
		CompletableFuture<WriteResult> writing = this.direct.session((session) -> session.inTransaction(() -> {
			// who waits for this row is in the middle of the second statement
			session.jdbcClient()
				.sql("INSERT INTO `" + this.spec.name() + "` (id, version) VALUES (?, 0)")
				.param("r001500".getBytes())
				.update();
			CompletableFuture<WriteResult> begun = CompletableFuture
				.supplyAsync(() -> this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(2500, 1))));
			await().atMost(Duration.ofSeconds(60)).until(() -> count(this.patient) == 1000);
			this.proxy.inject(Fault.reset());
			await().atMost(Duration.ofSeconds(60)).until(begun::isDone);
			return begun;
		}));
		WriteResult result = writing.get(60, TimeUnit.SECONDS);
		assertThat(result.affected()).isEqualTo(1000);
		assertThat(result.failures()).extracting(RowFailure::index)
			.containsExactlyElementsOf(IntStream.range(1000, 2500).boxed().toList());
		assertThat(result.failures().subList(0, 1000)).extracting(RowFailure::outcome).containsOnly(Outcome.UNKNOWN);
		assertThat(result.failures().subList(1000, 1500)).allSatisfy((failure) -> {
			assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(failure.cause()).isInstanceOf(NotSentException.class);
		});
		assertThat(this.patient.get(this.spec, List.of(Key.of("r000999"), Key.of("r002000")), Projection.of(1),
				SearchOptions.none()))
			.containsExactly(Row.of(1L), null);
	}

	@Test
	void rowsOfAWriteThatIsCutAreSentAgainWhereThatDoesNoHarm() {
		repeating();
		this.proxy.inject(Fault.cutOnce());
		assertThat(this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(1500, 1))))
			.isEqualTo(WriteResult.allStored(1500));
		assertThat(count(this.patient)).isEqualTo(1500);
	}

	@Test
	void outcomeOfAnInsertThatIsCutIsUnknownAndItIsNotRepeated() {
		repeating();
		this.proxy.inject(Fault.cutOnce());
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.store.write(WriteRequest.of(this.spec, WriteMode.INSERT, rows(10, 1))));
	}

	@Test
	void outcomeOfWhatComparesVersionsIsUnknownAndItIsNotRepeated() {
		this.patient.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(1, 1)));
		repeating();
		this.proxy.inject(Fault.cutOnce());
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.store.write(new WriteRequest(this.spec, WriteMode.UPDATE, Projection.all(this.spec),
					rows(1, 2), List.of(1L), WriteOptions.none())));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> Row.of(2L)
				.equals(this.patient.get(this.spec, List.of(Key.of("r000000")), Projection.of(1), SearchOptions.none())
					.get(0)));
		warmUp();
		this.proxy.inject(Fault.cutOnce());
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> this.store
			.delete(new DeleteRequest(this.spec, List.of(Key.of("r000000")), List.of(2L), WriteOptions.none())));
		await().atMost(Duration.ofSeconds(30)).until(() -> count(this.patient) == 0);
	}

	static Stream<Named<Function<SeekdbStoreFaultTests, Object>>> reads() {
		return Stream.of(Named.of("count", (test) -> test.count(test.store)), Named.of("get",
				(test) -> test.store.get(test.spec, List.of(Key.of("r000000")), Projection.of(1), SearchOptions.none())
					.stream()
					.filter(Objects::nonNull)
					.count()),
				Named.of("find",
						(test) -> test.store
							.find(new FindRequest(test.spec, Projection.key(test.spec), null, List.of(), 0, 1, null,
									SearchOptions.none()))
							.size()),
				Named.of("nearest",
						(test) -> test.store
							.nearest(new NearestRequest(test.spec, Projection.key(test.spec), 2, new float[] { 1, 1 },
									null, SimilarityRange.all(), 0, 1, SearchOptions.none()))
							.size()),
				Named.of("stats", (test) -> String.valueOf(test.store.stats(test.spec.name()).rows())),
				Named.of("describe", (test) -> (Objects.equals(test.spec, test.store.describe(test.spec))) ? 1 : 0),
				Named.of("collections", (test) -> (test.store.collections().contains(test.spec.name())) ? 1 : 0));
	}

	@ParameterizedTest
	@MethodSource("reads")
	void readsThatAreCutAreRepeated(Function<SeekdbStoreFaultTests, Object> read) {
		this.patient.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(1, 1)));
		repeating();
		int connections = this.proxy.accepted();
		this.proxy.inject(Fault.cutOnce());
		assertThat(read.apply(this)).asString().isEqualTo("1");
		assertThat(this.proxy.accepted()).as("connections, of which the first was cut").isGreaterThan(connections);
	}

	@Test
	void refreshThatIsCutIsRepeatedAndOneThatCannotBeMadeIsNoFailedWrite() {
		repeating();
		this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(10, 1)));
		this.store.afterWrites(this.spec, WriteOptions.none());
		this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(10, 2)));
		Settling.await();
		this.proxy.inject(Fault.cutOnce());
		this.store.afterWrites(this.spec, WriteOptions.none());
		this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows(20, 3)));
		this.proxy.inject(Fault.refuse());
		assertThatExceptionOfType(RefreshFailedException.class)
			.isThrownBy(() -> this.store.afterWrites(this.spec, WriteOptions.none()));
		assertThat(count(this.patient)).isEqualTo(20);
	}

}
