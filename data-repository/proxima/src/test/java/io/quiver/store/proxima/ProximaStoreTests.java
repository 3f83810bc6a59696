package io.quiver.store.proxima;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.MetricType;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.server.Mishap;
import io.quiver.store.proxima.server.ProximaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@link ProximaStore} asks of the server, and what it makes of the answers.
 *
 * @author Quiver
 */
class ProximaStoreTests {

	private static final CollectionSpec SPEC = spec("books", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));

	private final ProximaServer server = new ProximaServer();

	private ProximaClient client;

	private ProximaStore store;

	@BeforeEach
	void start() {
		this.server.start();
		this.client = Clients.grpc(this.server.address()).build();
		this.store = new ProximaStore("test", this.client);
		this.store.create(SPEC);
	}

	@AfterEach
	void close() {
		this.store.close();
		this.server.close();
	}

	private static CollectionSpec spec(String name, Column... columns) {
		List<Column> all = new ArrayList<>();
		all.add(new KeyColumn("id", ColumnType.LONG, false));
		all.add(new ValueColumn("title", ColumnType.STRING, true, true, false, false));
		all.addAll(List.of(columns));
		return new CollectionSpec(name, all);
	}

	private static Row row(long key, @Nullable String title) {
		return Row.of(key, title, new float[] { key, 1 });
	}

	private static List<Row> rows(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> row(i, "title " + i)).toList();
	}

	private WriteResult write(WriteMode mode, List<Row> rows) {
		return this.store.write(WriteRequest.of(SPEC, mode, rows));
	}

	private List<@Nullable Row> get(CollectionSpec spec, long... keys) {
		List<Key> all = IntStream.range(0, keys.length).mapToObj((i) -> Key.of(keys[i])).toList();
		return this.store.get(spec, all, Projection.all(spec), SearchOptions.none());
	}

	private static NearestRequest nearest(CollectionSpec spec, SimilarityRange range, int limit, float... vector) {
		return new NearestRequest(spec, Projection.all(spec), spec.indexOf("vector"), vector, null, range, 0, limit,
				SearchOptions.none());
	}

	private int sent(Runnable call) {
		int before = this.server.received("write");
		call.run();
		return this.server.received("write") - before;
	}

	@Test
	@DisplayName("P8: to save a row is one request, whether its key is there or not")
	void savesInOneRequest() {
		write(WriteMode.INSERT, rows(0, 10));
		assertThat(sent(() -> assertThat(write(WriteMode.SAVE, rows(5, 15))).isEqualTo(WriteResult.allStored(10))))
			.isOne();
		assertThat(get(SPEC, 0, 5, 14)).containsExactly(row(0, "title 0"), row(5, "title 5"), row(14, "title 14"));
	}

	@Test
	void dividesALargeSaveIntoRequestsOfAThousandRows() {
		assertThat(sent(() -> assertThat(write(WriteMode.SAVE, rows(0, 2500))).isEqualTo(WriteResult.allStored(2500))))
			.isEqualTo(3);
	}

	@Test
	void dividesALargeSaveIntoRequestsOfSomeMegabytes() {
		String large = "x".repeat(1 << 20);
		List<Row> rows = IntStream.range(0, 10).mapToObj((i) -> row(i, large)).toList();
		assertThat(sent(() -> assertThat(write(WriteMode.SAVE, rows)).isEqualTo(WriteResult.allStored(10))))
			.isBetween(2, 5);
	}

	@Test
	void aSaveThatTheServerRefusesAsAWholeStoresNothing() {
		this.server.next("write", Mishap.status(-2012, "Invalid Write Request"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> write(WriteMode.SAVE, rows(0, 3)));
		assertThat(get(SPEC, 0, 1, 2)).containsOnlyNulls();
	}

	@Test
	void aSaveWhoseLaterRequestFailsTellsWhichRowsAreStored() {
		this.server.every(unlessOf(1500, Mishap.cutWhenDone()));
		WriteResult result = write(WriteMode.SAVE, rows(0, 2500));
		assertThat(result.affected()).isEqualTo(1000);
		assertThat(result.failures()).hasSize(1500).allSatisfy((failure) -> {
			assertThat(failure.index()).isGreaterThanOrEqualTo(1000);
			assertThat(failure.outcome()).isEqualTo((failure.index() < 2000) ? Outcome.UNKNOWN : Outcome.FAILED);
		});
		assertThat(get(SPEC, 999, 1999, 2000)).containsExactly(row(999, "title 999"), row(1999, "title 1999"), null);
	}

	/** Lets something happen to writes of a key only. */
	private static Mishap unlessOf(long key, Mishap mishap) {
		return (call) -> {
			if (call.request() instanceof io.quiver.store.proxima.proto.WriteRequest request
					&& request.getRowsList().stream().anyMatch((row) -> row.getPrimaryKey() == key)) {
				mishap.happen(call);
			}
			else {
				call.answer();
			}
		};
	}

	@Test
	@DisplayName("P8: rows of a save that fails for another reason are told from the others")
	void namesTheRowThatTheServerCannotStore() {
		this.server.every(unlessOf(5, Mishap.status(-1009, "Write Data Error")));
		WriteResult result = write(WriteMode.SAVE, rows(0, 8));
		assertThat(result.affected()).isEqualTo(7);
		assertThat(result.failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.index()).isEqualTo(5);
			assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
			assertThat(ProximaStatusException.of(failure.cause()).orElseThrow().code()).isEqualTo(-1009);
		});
	}

	@Test
	@DisplayName("P8: an insert tells exactly which keys were there")
	void insertsTellExactly() {
		write(WriteMode.SAVE, List.of(row(3, "old"), row(170, "old")));
		WriteResult result = write(WriteMode.INSERT, rows(0, 200));
		assertThat(result.affected()).isEqualTo(198);
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(3, 170);
		assertThat(result.failures()).extracting(RowFailure::outcome).containsOnly(Outcome.FAILED);
		assertThat(result.failures()).extracting(RowFailure::cause)
			.allSatisfy((cause) -> assertThat(cause).isInstanceOf(DuplicateKeyException.class));
		assertThat(get(SPEC, 3, 4)).containsExactly(row(3, "old"), row(4, "title 4"));
	}

	@Test
	void anInsertIsSentOnceThoughItsOutcomeIsUnknown() {
		this.server.next("write", Mishap.cutWhenDone());
		assertThat(sent(() -> assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> write(WriteMode.INSERT, rows(7, 8))))).isOne();
		assertThat(get(SPEC, 7)).containsExactly(row(7, "title 7"));
	}

	@Test
	void anInsertOfManyRowsTellsWhichAreUnknownAndSendsNoneOfThemAgain() {
		write(WriteMode.SAVE, List.of(row(3, "old")));
		this.server.every(unlessOf(70, Mishap.silence()));
		Timeouts timeouts = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(3));
		try (ProximaStore patient = new ProximaStore("patient",
				Clients.grpc(this.server.address())
					.calls(StoreCalls.builder("patient", "proxima").timeouts(timeouts).build())
					.build())) {
			List<WriteResult> results = new ArrayList<>();
			assertThat(sent(() -> results.add(patient.write(WriteRequest.of(SPEC, WriteMode.INSERT, rows(0, 100))))))
				.isEqualTo(100);
			assertThat(results.get(0).affected()).isEqualTo(98);
			assertThat(results.get(0).failures()).extracting(RowFailure::index).containsExactly(3, 70);
			assertThat(results.get(0).failures()).extracting(RowFailure::outcome)
				.containsExactly(Outcome.FAILED, Outcome.UNKNOWN);
		}
	}

	@Test
	void ofAnInsertUnderWayWhenTheStoreClosesNobodyKnows() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		this.server.every((call) -> {
			call.perform();
			done.countDown();
		});
		CompletableFuture<WriteResult> insert = this.store
			.writeAsync(WriteRequest.of(SPEC, WriteMode.INSERT, rows(7, 8)), Runnable::run);
		assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
		this.store.close();
		assertThat(insert).failsWithin(Duration.ofSeconds(30))
			.withThrowableThat()
			.withCauseInstanceOf(OutcomeUnknownException.class);
	}

	@Test
	void anInsertThatFindsNoServerIsNotSent() {
		this.server.kill();
		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> write(WriteMode.INSERT, rows(0, 100)));
		this.server.start();
	}

	@Test
	@DisplayName("P8: an update of many rows is narrowed to those that are not there")
	void updatesAreNarrowed() {
		write(WriteMode.SAVE, rows(0, 64));
		List<Row> rows = new ArrayList<>(IntStream.range(0, 64).mapToObj((i) -> row(i, "new")).toList());
		rows.set(17, row(1017, "new"));
		List<WriteResult> results = new ArrayList<>();
		assertThat(sent(() -> results.add(write(WriteMode.UPDATE, rows)))).isEqualTo(13);
		assertThat(results.get(0).affected()).isEqualTo(63);
		assertThat(results.get(0).failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.index()).isEqualTo(17);
			assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(failure.cause()).isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
		});
		assertThat(get(SPEC, 16, 17, 18, 1017)).containsExactly(row(16, "new"), row(17, "title 17"), row(18, "new"),
				null);
	}

	@Test
	void anUpdateThatBreaksOffWhileItIsNarrowedForgetsNoRowThatWasSentBefore() {
		write(WriteMode.SAVE, rows(1, 4));
		AtomicInteger writes = new AtomicInteger();
		// all four, two of them, the missing one, then the other of the two
		this.server.every((call) -> {
			if (call.request() instanceof io.quiver.store.proxima.proto.WriteRequest && writes.incrementAndGet() == 4) {
				Mishap.cut().happen(call);
			}
			else {
				call.answer();
			}
		});
		WriteResult result = write(WriteMode.UPDATE,
				List.of(row(9, "new"), row(1, "new"), row(2, "new"), row(3, "new")));
		assertThat(get(SPEC, 9, 1, 2, 3)).containsExactly(null, row(1, "new"), row(2, "new"), row(3, "new"));
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(0, 1, 2, 3);
		assertThat(result.failures()).extracting(RowFailure::outcome)
			.containsExactly(Outcome.FAILED, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN);
	}

	@Test
	@DisplayName("P10: to delete a key that is not there is no failure, and is told")
	void deletesTellWhatWasThere() {
		write(WriteMode.SAVE, rows(0, 100));
		List<Key> keys = IntStream.range(50, 150).mapToObj((i) -> Key.of((long) i)).toList();
		assertThat(this.store.delete(DeleteRequest.of(SPEC, keys))).isEqualTo(new WriteResult(100, 50, List.of()));
		assertThat(this.store.delete(DeleteRequest.of(SPEC, keys))).isEqualTo(new WriteResult(100, 0, List.of()));
		assertThat(get(SPEC, 49, 50)).containsExactly(row(49, "title 49"), null);
	}

	@Test
	@DisplayName("P10: a key that a lost try has deleted is counted as deleted")
	void aRepeatedDeleteCountsWhatTheLostTryHasDeleted() {
		write(WriteMode.SAVE, rows(0, 100));
		List<Key> keys = IntStream.range(50, 100).mapToObj((i) -> Key.of((long) i)).toList();
		try (ProximaStore persistent = persistent()) {
			this.server.next("write", Mishap.cutWhenDone());
			assertThat(persistent.delete(DeleteRequest.of(SPEC, List.of(Key.of(1L)))).affected()).isOne();
			this.server.every(once(70, Mishap.cutWhenDone()));
			assertThat(persistent.delete(DeleteRequest.of(SPEC, keys))).isEqualTo(new WriteResult(50, 50, List.of()));
			assertThat(persistent.delete(DeleteRequest.of(SPEC, keys)).affected()).isZero();
		}
	}

	@Test
	void aKeyIsNotCountedAsDeletedIfNoTryHasSentItBeforeOrItWasCounted() {
		write(WriteMode.SAVE, rows(0, 1));
		try (ProximaStore persistent = persistent()) {
			this.server.next("write", Mishap.status(-4005, "Collection Suspended"));
			assertThat(persistent.delete(DeleteRequest.of(SPEC, List.of(Key.of(9L)))).affected()).isZero();
			this.server.next("write", Mishap.cutWhenDone());
			assertThat(persistent.delete(DeleteRequest.of(SPEC, List.of(Key.of(0L), Key.of(0L)))).affected()).isOne();
			write(WriteMode.SAVE, rows(0, 1));
			this.server.next("write", Mishap.cut());
			assertThat(persistent.delete(DeleteRequest.of(SPEC, List.of(Key.of(0L), Key.of(0L)))).affected()).isOne();
		}
	}

	private ProximaStore persistent() {
		Retry retry = Retry.of("persistent",
				RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(10)).build());
		return new ProximaStore("persistent",
				Clients.grpc(this.server.address())
					.calls(StoreCalls.builder("persistent", "proxima").retry(retry).build())
					.build());
	}

	/** Lets something happen to the first write of a key only. */
	private static Mishap once(long key, Mishap mishap) {
		AtomicBoolean happened = new AtomicBoolean();
		return unlessOf(key, (call) -> {
			if (happened.compareAndSet(false, true)) {
				mishap.happen(call);
			}
			else {
				call.answer();
			}
		});
	}

	@Test
	@DisplayName("P12: many keys are looked up at once, in one call of the door")
	void looksManyKeysUpAtOnce() {
		write(WriteMode.SAVE, rows(0, 64));
		this.server.delay(Duration.ofMillis(200));
		long[] keys = IntStream.range(0, 64).mapToLong((i) -> i).toArray();
		long begin = System.nanoTime();
		assertThat(get(SPEC, keys)).doesNotContainNull().hasSize(64);
		// one after the other it would take 12.8 s
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
	}

	@Test
	@DisplayName("P2: a search and a write hold no thread while they wait")
	void waitsWithoutThreads() {
		write(WriteMode.SAVE, rows(0, 4));
		this.server.delay(Duration.ofMillis(200));
		List<CompletableFuture<?>> calls = new ArrayList<>();
		int threads = Thread.activeCount();
		for (int i = 0; i < 300; i++) {
			calls.add(this.store.nearestAsync(nearest(SPEC, SimilarityRange.all(), 1, i, 1), (task) -> {
				throw new AssertionError("No executor is needed");
			}));
			calls.add(this.store.writeAsync(WriteRequest.of(SPEC, WriteMode.SAVE, rows(1000 + i, 1001 + i)), (task) -> {
				throw new AssertionError("No executor is needed");
			}));
		}
		assertThat(Thread.activeCount() - threads).isLessThan(50);
		CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
	}

	@Test
	void asynchronousInsertsTellExactlyToo() {
		write(WriteMode.SAVE, rows(1, 2));
		WriteResult result = this.store.writeAsync(WriteRequest.of(SPEC, WriteMode.INSERT, rows(0, 3)), Runnable::run)
			.join();
		assertThat(result.failures()).singleElement().extracting(RowFailure::index).isEqualTo(1);
	}

	@Test
	@DisplayName("P11: a radius is sent under Euclidean only, and leaves the boundary inside")
	void sendsARadiusWhereItMeansSomething() {
		assertThat(ProximaReads.radius(Metric.EUCLIDEAN, new SimilarityRange(0.5, true, 1, true))).isGreaterThan(1f)
			.isLessThan(1.0001f);
		assertThat(ProximaReads.radius(Metric.EUCLIDEAN, SimilarityRange.all())).isZero();
		assertThat(ProximaReads.radius(Metric.EUCLIDEAN, new SimilarityRange(1, true, 1, true))).isPositive();
		assertThat(ProximaReads.radius(Metric.INNER_PRODUCT, new SimilarityRange(0.5, true, 1, true))).isZero();
		assertThat(ProximaReads.radius(Metric.COSINE, new SimilarityRange(0.5, true, 1, true))).isZero();
		write(WriteMode.SAVE, rows(0, 10));
		List<Hit> hits = this.store.nearest(nearest(SPEC, new SimilarityRange(0.1, true, 1, true), 10, 0, 1));
		assertThat(hits).extracting(Hit::score).containsExactly(0d, 1d, 2d, 3d);
	}

	@Test
	@DisplayName("P3: cosine is an index of unit vectors, with the vectors as given beside it")
	void cosineIsAnInnerProductOfUnitVectors() {
		CollectionSpec spec = spec("angles", new VectorColumn("vector", 2, Metric.COSINE, true));
		this.store.create(spec);
		this.store.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1L, "a", new float[] { 30, 40 }))));
		CollectionConfig config = this.client.describeCollection("angles").config();
		assertThat(config.indexColumns()).extracting(IndexColumnParam::name)
			.containsExactly("vector", "_without_vector");
		assertThat(config.indexColumns().get(0).extraParams()).containsEntry("metric_type", "InnerProduct");
		assertThat(config.forwardColumns()).containsExactly("title", "vector");
		Hit hit = this.store.nearest(nearest(spec, SimilarityRange.all(), 1, 0, 5)).get(0);
		assertThat(hit.score()).isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-6));
		assertThat(hit.row().get(2)).isEqualTo(new float[] { 30, 40 });
	}

	@Test
	void anIndexOfUnitVectorsIsNoneOfOthers() {
		CollectionSpec cosine = spec("angles", new VectorColumn("vector", 2, Metric.COSINE, true));
		CollectionSpec product = spec("angles", new VectorColumn("vector", 2, Metric.INNER_PRODUCT, true));
		this.store.create(cosine);
		assertThat(this.store.describe(cosine)).isEqualTo(cosine);
		assertThat(this.store.describe(product)).isEqualTo(cosine);
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> this.store.create(product))
			.withMessageContaining("COSINE");
	}

	@Test
	@DisplayName("P3: several vectors of a row are searched by their own columns, and rows may be without some")
	void severalVectors() {
		CollectionSpec spec = spec("pairs", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true),
				new VectorColumn("other", 3, Metric.INNER_PRODUCT, true));
		this.store.create(spec);
		assertThat(this.store.describe(spec)).isEqualTo(spec);
		List<Row> rows = List.of(Row.of(1L, "both", new float[] { 1, 1 }, new float[] { 1, 2, 3 }),
				Row.of(2L, "first", new float[] { 2, 2 }, null), Row.of(3L, "second", null, new float[] { 3, 2, 1 }),
				Row.of(4L, "none", null, null), Row.of(5L, "both", new float[] { 5, 5 }, new float[] { 0, 0, 1 }));
		assertThat(this.store.write(WriteRequest.of(spec, WriteMode.SAVE, rows))).isEqualTo(WriteResult.allStored(5));
		assertThat(get(spec, 1, 2, 3, 4, 5)).isEqualTo(rows);
		assertThat(this.store.nearest(nearest(spec, SimilarityRange.all(), 10, 0, 0)))
			.extracting((hit) -> hit.row().get(0))
			.containsExactly(1L, 2L, 5L);
		assertThat(this.store.nearest(new NearestRequest(spec, Projection.key(spec), 3, new float[] { 1, 0, 0 }, null,
				SimilarityRange.all(), 0, 10, SearchOptions.none())))
			.extracting((hit) -> hit.row().get(0))
			.containsExactly(3L, 1L, 5L);
	}

	@Test
	void rowsOfOneKeyStayInTheirOrderThoughTheirVectorsDiffer() {
		write(WriteMode.SAVE,
				List.of(Row.of(1L, "first", null), row(1, "second"), Row.of(1L, "third", null), row(2, "other")));
		assertThat(get(SPEC, 1)).containsExactly(Row.of(1L, "third", null));
		assertThat(this.store.nearest(nearest(SPEC, SimilarityRange.all(), 10, 0, 0))).singleElement();
	}

	@Test
	@DisplayName("P5: a collection of another client is described as far as the server knows it")
	void describesACollectionOfAnotherClient() {
		this.client.createCollection(
				CollectionConfig.of("foreign", IndexColumnParam.of("vector", 2), IndexColumnParam.of("hidden", 4))
					.withForwardColumns("vector", "title", "extra"));
		CollectionSpec spec = spec("foreign", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
		assertThat(Objects.requireNonNull(this.store.describe(spec)).columns())
			.startsWith(spec.columns().get(0), spec.columns().get(1), spec.columns().get(2))
			.extracting(Column::name)
			.containsExactly("id", "title", "vector", "extra", "hidden");
		assertThat(Objects.requireNonNull(this.store.describe("foreign")).columns()).extracting(Column::name)
			.containsExactly("primary_key", "vector", "title", "extra", "hidden");
	}

	@Test
	void readsWhatAnotherClientHasWrittenInAnotherOrder() {
		this.client.createCollection(
				CollectionConfig.of("foreign", IndexColumnParam.of("vector", 2)).withForwardColumns("vector", "title"));
		this.client.write(io.quiver.store.proxima.model.WriteRequest.of("foreign",
				RowMeta.of(new IndexColumnMeta("vector", io.quiver.store.proxima.model.DataType.VECTOR_FP32, 2))
					.withForwardColumn("title", io.quiver.store.proxima.model.DataType.STRING),
				io.quiver.store.proxima.model.Row.insert(9, VectorValue.of(1f, 2f), "theirs")));
		CollectionSpec spec = spec("foreign", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
		assertThat(get(spec, 9)).containsExactly(Row.of(9L, "theirs", null));
		assertThat(this.store.nearest(nearest(spec, SimilarityRange.all(), 1, 1, 2)).get(0).row())
			.isEqualTo(Row.of(9L, "theirs", null));
	}

	@Test
	void aVectorThatCouldNotBeReadBackIsAnotherShape() {
		this.client.createCollection(
				CollectionConfig.of("foreign", IndexColumnParam.of("vector", 2)).withForwardColumns("title"));
		CollectionSpec spec = spec("foreign", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
		assertThat(Objects.requireNonNull(this.store.describe(spec)).indexOf("vector")).isNegative();
	}

	@Test
	@DisplayName("P3: extra parameters of an index are given by the customizer, and are no other shape")
	void extraParametersOfAnIndex() {
		try (ProximaStore customized = new ProximaStore("test", Clients.grpc(this.server.address()).build(),
				(config) -> new CollectionConfig(config.name(),
						config.indexColumns()
							.stream()
							.map((column) -> column.withExtraParam("ef_construction", "300"))
							.toList(),
						config.forwardColumns(), null, 1000L))) {
			CollectionSpec spec = spec("custom", new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
			customized.create(spec);
			assertThat(customized.describe(spec)).isEqualTo(spec);
			CollectionInfo info = this.client.describeCollection("custom");
			assertThat(info.config().maxDocsPerSegment()).isEqualTo(1000);
			assertThat(info.config().indexColumns().get(0).extraParams()).containsEntry("ef_construction", "300")
				.containsEntry(MetricType.PARAM, MetricType.SQUARED_EUCLIDEAN.param());
		}
	}

	@Test
	void aCustomizerMustLeaveTheNameOfACollection() {
		try (ProximaStore customized = new ProximaStore("test", Clients.grpc(this.server.address()).build(),
				(config) -> new CollectionConfig("renamed", config.indexColumns(), config.forwardColumns(), null,
						null))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> customized.create(spec("custom")))
				.withMessageContaining("'custom'")
				.withMessageContaining("'renamed'");
		}
		assertThat(this.store.collections()).containsExactly("books");
	}

	@Test
	@DisplayName("P6: no number is told that does not fall when rows are deleted")
	void tellsNoWrongNumber() {
		write(WriteMode.SAVE, rows(0, 10));
		write(WriteMode.SAVE, rows(0, 10));
		assertThat(this.client.statsCollection("books").totalDocCount()).isEqualTo(20);
		assertThat(this.store.stats("books").rows()).isNull();
		assertThat(this.store.stats("books").details()).containsOnlyKeys("segments", "indexFiles");
	}

	@Test
	void refusesAFilterBeforeAnythingIsSent() {
		int before = this.server.received("query");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.store.nearest(new NearestRequest(SPEC, Projection.all(SPEC), 2, new float[] { 1, 1 },
					Filter.where("title").is("x"), SimilarityRange.all(), 0, 5, SearchOptions.none())))
			.withMessageContaining("has no filters");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.store.nearest(new NearestRequest(SPEC, Projection.all(SPEC), 2, new float[] { 1, 1 },
					null, SimilarityRange.all(), 0, 5, SearchOptions.none().withEf(100))))
			.withMessageContaining("EF");
		assertThat(this.server.received("query")).isEqualTo(before);
	}

	@Test
	void keepsEveryIntegerKeyAndRefusesOneLong() {
		CollectionSpec ints = new CollectionSpec("ints", List.of(new KeyColumn("id", ColumnType.INTEGER, false),
				new VectorColumn("vector", 2, Metric.EUCLIDEAN, true)));
		this.store.create(ints);
		List<Row> rows = List.of(Row.of(-1, new float[] { 1, 2 }), Row.of(Integer.MIN_VALUE, null));
		this.store.write(WriteRequest.of(ints, WriteMode.SAVE, rows));
		assertThat(this.store.get(ints, List.of(Key.of(-1), Key.of(Integer.MIN_VALUE)), Projection.all(ints),
				SearchOptions.none()))
			.isEqualTo(rows);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> write(WriteMode.SAVE, List.of(row(-1, "b"))))
			.withMessageContaining("2^64-1");
		assertThat(get(SPEC, -1)).containsOnlyNulls();
	}

	@Test
	void aKeyThatCannotBeKeptIsAFailureOfItsRowAlone() {
		List<Row> rows = List.of(row(-1, "a"), row(1, "b"), row(2, "c"), row(-1, "d"), row(3, "e"), row(-1, "f"));
		write(WriteMode.SAVE, List.of(row(2, "old"), row(3, "old")));
		WriteResult inserted = this.store.writeAsync(WriteRequest.of(SPEC, WriteMode.INSERT, rows), Runnable::run)
			.join();
		assertThat(inserted.affected()).isOne();
		assertThat(inserted.failures()).extracting(RowFailure::index).containsExactly(0, 2, 3, 4, 5);
		for (WriteMode mode : List.of(WriteMode.SAVE, WriteMode.UPDATE)) {
			WriteResult result = write(mode, rows);
			assertThat(result.rows()).isEqualTo(6);
			assertThat(result.affected()).isEqualTo(3);
			assertThat(result.failures()).extracting(RowFailure::index).containsExactly(0, 3, 5);
			assertThat(result.failures()).allSatisfy((failure) -> {
				assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
				assertThat(failure.cause()).isInstanceOf(InvalidDataAccessApiUsageException.class)
					.hasMessageContaining("2^64-1");
			});
		}
		assertThat(get(SPEC, 1, 2, 3)).containsExactly(row(1, "b"), row(2, "c"), row(3, "e"));
		assertThat(sent(
				() -> assertThat(write(WriteMode.SAVE, List.of(row(-1, "a"), row(-1, "b"))).failures()).hasSize(2)))
			.isZero();
	}

	@ParameterizedTest
	@EnumSource(value = WriteMode.class, names = "MERGE", mode = EnumSource.Mode.EXCLUDE)
	void aStringWithoutAFormInUtf8IsRefusedBeforeAnythingIsSent(WriteMode mode) {
		List<Row> rows = new ArrayList<>(rows(0, 1500));
		rows.add(row(2000, "\uD800x"));
		assertThat(sent(() -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> write(mode, rows))
			.withMessageContaining("'title'"))).isZero();
	}

	@Test
	void stringsWithinListsAndMetadataNeedAFormInUtf8Too() {
		CollectionSpec spec = spec("nested", new ListColumn("tags", ColumnType.STRING, true), new MapColumn("metadata"),
				new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
		this.store.create(spec);
		String half = "\uD800x";
		assertThat(sent(() -> {
			assertRefused(spec, "'tags'", List.of("a", half), null);
			assertRefused(spec, "'metadata'", null, Map.of("a", half));
			assertRefused(spec, "'metadata'", null, Map.of(half, 1L));
			assertRefused(spec, "'metadata'", null, Map.of("a", List.of("b", half)));
		})).isZero();
		Row whole = Row.of(1L, "\uD83D\uDE00", List.of("\uD83D\uDE00"), Map.of("\uD83D\uDE00", "\uD83D\uDE00"), null);
		this.store.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(whole)));
		assertThat(get(spec, 1)).containsExactly(whole);
	}

	private void assertRefused(CollectionSpec spec, String column, @Nullable Object tags, @Nullable Object metadata) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.store
				.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1L, "a", tags, metadata, null)))))
			.withMessageContaining(column);
	}

	@Test
	void refusesShapesThatItCannotKeep() {
		assertThat(objection(new CollectionSpec("c", List.of(new KeyColumn("id", ColumnType.STRING, false)))))
			.contains("one integer");
		assertThat(objection(new CollectionSpec("c", List.of(new KeyColumn("id", ColumnType.LONG, true)))))
			.contains("makes no keys");
		assertThat(objection(spec("c", new MapColumn("a,b")))).contains("commas");
		assertThat(objection(spec("c", new VectorColumn("../x", 2, Metric.COSINE, true)))).contains("vectors");
		assertThat(objection(spec("a/b"))).contains("collections");
		assertThat(objection(spec("c", new ValueColumn("v", ColumnType.LONG, false, false, false, true))))
			.contains("versions");
		assertThat(objection(spec("c", new ValueColumn("v", ColumnType.STRING, true, false, true, false))))
			.contains("words");
		assertThat(objection(SPEC)).isNull();
	}

	private static @Nullable String objection(CollectionSpec spec) {
		return ProximaStore.KIND.abilities().shape().objection(spec);
	}

	@Test
	@DisplayName("P8: what HTTP would damage goes as bytes, and is read over both transports")
	void whatHttpWouldDamageGoesAsBytes() {
		CollectionSpec spec = spec("values", new ValueColumn("number", ColumnType.DOUBLE, true, false, false, false),
				new ValueColumn("single", ColumnType.FLOAT, true, false, false, false), new MapColumn("metadata"),
				new VectorColumn("vector", 2, Metric.EUCLIDEAN, true));
		this.store.create(spec);
		Row plain = Row.of(1L, "plain", 0.5, 2.25f, Map.of("a", 1L), new float[] { 0.1f, 1 / 3f });
		Row hostile = Row.of(2L, "say \"x\"\\ \n\u0000", Math.PI, 1 / 3f, Map.of("k\"", "v\\"),
				new float[] { Float.MIN_VALUE, -0f });
		try (ProximaStore http = new ProximaStore("http", Clients.http(this.server.httpAddress()).build())) {
			http.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(plain, hostile)));
			List<Key> keys = List.of(Key.of(1L), Key.of(2L));
			assertThat(http.get(spec, keys, Projection.all(spec), SearchOptions.none())).containsExactly(plain,
					hostile);
			assertThat(get(spec, 1, 2)).containsExactly(plain, hostile);
			assertThat(this.client.getDocumentByKey("values", 1).orElseThrow().value("title")).isEqualTo("plain");
			assertThat(this.client.getDocumentByKey("values", 1).orElseThrow().value("number")).isEqualTo(0.5);
		}
	}

	@Test
	@DisplayName("P1: numbers that were written over gRPC are read with six digits over HTTP")
	void numbersWrittenOverGrpcHaveSixDigitsOverHttp() {
		CollectionSpec spec = spec("values", new ValueColumn("number", ColumnType.DOUBLE, true, false, false, false));
		this.store.create(spec);
		this.store.write(WriteRequest.of(spec, WriteMode.SAVE, List.of(Row.of(1L, "say \"x\"", Math.PI))));
		assertThat(get(spec, 1)).containsExactly(Row.of(1L, "say \"x\"", Math.PI));
		try (ProximaStore http = new ProximaStore("http", Clients.http(this.server.httpAddress()).build())) {
			assertThat(http.get(spec, List.of(Key.of(1L)), Projection.all(spec), SearchOptions.none()))
				.containsExactly(Row.of(1L, "say \"x\"", 3.14159));
		}
	}

	@Test
	void aValueOfAnotherTypeNamesItsColumn() {
		this.store.write(WriteRequest.of(SPEC, WriteMode.SAVE, List.of(row(1, "text"))));
		CollectionSpec other = new CollectionSpec("books",
				List.of(new KeyColumn("id", ColumnType.LONG, false),
						new ValueColumn("title", ColumnType.TIMESTAMP, true, false, false, false),
						new VectorColumn("vector", 2, Metric.EUCLIDEAN, true)));
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(() -> get(other, 1))
			.withMessageContaining("'title'")
			.withMessageContaining("TIMESTAMP");
	}

	@Test
	void everyCallKeepsItsDeadline() {
		Timeouts timeouts = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(300));
		try (ProximaStore hasty = new ProximaStore("hasty",
				Clients.grpc(this.server.address())
					.calls(StoreCalls.builder("hasty", "proxima").timeouts(timeouts).build())
					.build())) {
			assertThat(hasty.collections()).contains("books");
			this.server.every(Mishap.silence());
			List<Key> keys = IntStream.range(0, 200).mapToObj((i) -> Key.of((long) i)).toList();
			for (Runnable call : List.<Runnable>of(
					() -> hasty.get(SPEC, keys, Projection.all(SPEC), SearchOptions.none()),
					() -> hasty.delete(DeleteRequest.of(SPEC, keys)),
					() -> hasty.write(WriteRequest.of(SPEC, WriteMode.INSERT, rows(0, 200))),
					() -> hasty.write(WriteRequest.of(SPEC, WriteMode.SAVE, rows(0, 200))),
					() -> hasty.nearest(nearest(SPEC, SimilarityRange.all(), 1, 1, 1)))) {
				long begin = System.nanoTime();
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(call::run);
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
			}
		}
	}

}
