package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RowOrder;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.SyncMode;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TextRequest;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SeekdbAsyncTable} in the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S11: the asynchronous form of a table")
class AsyncTableTests {

	private static final TableSchema SCHEMA = TableSchema
		.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("title", FieldType.LONGTEXT).withNullable(),
				FieldSchema.of("count", FieldType.INT).withDefault(7), FieldSchema.vector("v", 2).withNullable())
		.withIndex(FullTextIndex.of("words", "title").withParser(FullTextIndex.Parser.SPACE))
		.withIndex(VectorIndex.of("vi", "v", Distance.L2, HnswOptions.hnsw().withSyncMode(SyncMode.IMMEDIATE)))
		.withOrganization(Organization.HEAP);

	/** A query that does not end before it is ended. */
	private static final QueryRequest SLOW = QueryRequest.of(Selection.all())
		.withFields("id")
		.withExpression(OutputExpression.of("slept", "SLEEP(20)"));

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
	void everyReadFindsWhatTheSynchronousFormFinds() throws Exception {
		SeekdbTable table = filled("async_reads");
		SeekdbAsyncTable async = client.async().table("async_reads");
		SearchRequest nearest = SearchRequest.of("v", new float[] { 7.2f, 0 }, Distance.L2).withLimit(3);
		TextRequest text = TextRequest.of("odd", "title").withFields("id").withLimit(3);
		HybridRequest hybrid = HybridRequest.of(nearest, text).withOutput(Output.fields("id", "title"));
		QueryRequest query = QueryRequest.where(Condition.field("id").atLeast(5)).withOrder(RowOrder.descending("id"));
		Selection some = Selection.ids(3, 4).withWhere(Condition.field("title").equalTo("odd 3"));
		Map<String, Object> search = Map.of("query", Map.of("match", Map.of("title", "odd")), "size", 3);
		same(async.get(4), table.get(4));
		same(async.get(some, Output.fields("v", "id")), table.get(some, Output.fields("v", "id")));
		same(async.query(query), table.query(query));
		same(async.search(nearest), table.search(nearest));
		same(async.search(nearest.withExact()), table.search(nearest.withExact()));
		same(async.search(text), table.search(text));
		same(async.search(hybrid), table.search(hybrid));
		same(async.hybridSearch(search), table.hybridSearch(search));
		same(async.count(), table.count());
		same(async.count(some), table.count(some));
		assertThat(done(async.count(some))).isEqualTo(1);
		assertThat(done(async.explain(nearest))).contains("VECTOR INDEX");
		assertThat(done(async.as((row, number) -> row.getString("title")).search(nearest)))
			.isEqualTo(table.as((row, number) -> row.getString("title")).search(nearest))
			.extracting(SearchHit::content)
			.startsWith("odd 7");
	}

	@Test
	void everyWriteDoesWhatTheSynchronousFormDoes() throws Exception {
		SeekdbTable table = ServerTables.create(client, "async_writes", SCHEMA);
		SeekdbAsyncTable async = client.async().table("async_writes");
		done(async.insert(row("id", 1, "title", "one", "count", 1)));
		done(async.insert(List.of(row("id", 2, "count", 2), row("id", 3, "count", 3))));
		done(async.insert(List.of()));
		done(async.upsert(row("id", 1, "count", 11)));
		done(async.upsert(List.of(row("id", 2, "title", "two"), row("id", 4, "title", "four"))));
		done(async.replace(WriteRequest.of(row("id", 3, "title", "three"))));
		assertThat(done(async.update(row("title", "new"), Selection.where(Condition.field("count").greaterThan(10)))))
			.isEqualTo(1);
		assertThat(table.as((row, number) -> row.getString("title") + row.getInt("count")).get(1, 2, 3, 4))
			.containsExactlyInAnyOrder("new11", "two2", "three7", "four7");
		assertThat(done(async.delete(1, 2, 9))).isEqualTo(2);
		assertThat(done(async.delete(Selection.all()))).isEqualTo(2);
		assertThat(table.count()).isZero();
		ServerTables.create(client, "async_keys",
				TableSchema.of(FieldSchema.autoId("id"), FieldSchema.of("name", FieldType.varchar(20))));
		SeekdbAsyncTable counted = client.async().table("async_keys");
		List<Long> keys = done(counted.insertReturningKeys(WriteRequest.of(row("name", "a"), row("name", "b"))));
		assertThat(done(counted.as((row, number) -> row.getString("name")).get(keys.toArray())))
			.containsExactlyInAnyOrder("a", "b");
		assertThat(done(counted.insertReturningKeys(WriteRequest.of()))).isEmpty();
	}

	@Test
	void bothFormsGoThroughTheSameDoorAsTheSameOperations(SeekdbServer server) throws Exception {
		filled("async_door");
		RecordingCalls door = new RecordingCalls();
		List<String> synchronous = new ArrayList<>();
		SearchRequest nearest = SearchRequest.of("v", new float[] { 1, 0 }, Distance.L2);
		try (SeekdbClient recorded = SeekdbClient.builder(SeekdbClients.pool(server)).calls(door).build()) {
			SeekdbTable table = recorded.table("async_door");
			table.upsert(row("id", 1));
			table.insert(row("id", 100));
			table.update(row("count", 1), Selection.ids(1));
			table.search(nearest);
			table.delete(100);
			door.operations().forEach((operation) -> synchronous.add(operation.toString()));
		}
		door.operations().clear();
		try (SeekdbClient recorded = SeekdbClient.builder(SeekdbClients.pool(server)).calls(door).build()) {
			SeekdbAsyncTable table = recorded.async().table("async_door");
			done(table.upsert(row("id", 1)));
			done(table.insert(row("id", 100)));
			done(table.update(row("count", 1), Selection.ids(1)));
			done(table.search(nearest));
			done(table.delete(100));
		}
		assertThat(door.operations()).extracting(Operation::toString).isEqualTo(synchronous);
		assertThat(door.operations()).extracting(Operation::name)
			.containsExactly("describe", "save", "insert", "update", "nearest", "delete");
	}

	@Test
	void manySearchesRunAtOnceInAsManyThreadsAsThereAreConnections() throws Exception {
		SeekdbTable table = filled("async_many");
		SeekdbAsyncQueries<String> async = client.async()
			.table("async_many")
			.as((row, number) -> row.getInt("id") + " " + Thread.currentThread().getName());
		List<CompletableFuture<List<SearchHit<String>>>> begun = IntStream.range(0, 32)
			.mapToObj((id) -> async.search(nearest(id % 10)))
			.toList();
		for (int id = 0; id < 32; id++) {
			assertThat(done(begun.get(id))).extracting((hit) -> hit.content().split(" ", 2)[0])
				.isEqualTo(table.as((row, number) -> row.getString("id"))
					.search(nearest(id % 10))
					.stream()
					.map(SearchHit::content)
					.toList());
		}
		assertThat(begun.stream().map((call) -> call.join().get(0).content().split(" ", 2)[1]).distinct())
			.hasSizeBetween(1, 4)
			.allMatch((thread) -> thread.startsWith("quiver-seekdb-async-"));
	}

	@Test
	void aCallThatIsCancelledEndsAndFreesItsConnection(SeekdbServer server) {
		filled("async_cancelled");
		SeekdbPool pool = SeekdbClients.pool(server).withSize(1, 0);
		try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
			CompletableFuture<?> slow = one.async().table("async_cancelled").query(SLOW);
			awaitActive(one);
			long begin = System.nanoTime();
			assertThat(slow.cancel(true)).isTrue();
			assertThat(one.table("async_cancelled").count()).isEqualTo(10);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
			assertThat(slow).isCancelled();
		}
	}

	@Test
	void aCallThatIsCancelledBeforeItHasAThreadDoesNothing(SeekdbServer server) throws Exception {
		SeekdbTable table = filled("async_queued");
		SeekdbPool pool = SeekdbClients.pool(server).withSize(1, 0);
		try (SeekdbClient one = SeekdbClient.builder(pool).build()) {
			CountDownLatch begun = new CountDownLatch(1);
			CountDownLatch release = new CountDownLatch(1);
			CompletableFuture<String> holder = one.async().session((session) -> {
				begun.countDown();
				await(release);
				return "held";
			});
			await(begun);
			SeekdbAsyncTable async = one.async().table("async_queued");
			List<CompletableFuture<?>> waiting = List.of(async.upsert(row("id", 500)), async.delete(1),
					async.update(row("title", "x"), Selection.all()), async.count());
			waiting.forEach((call) -> assertThat(call.cancel(true)).isTrue());
			release.countDown();
			assertThat(done(holder)).isEqualTo("held");
			assertThat(done(async.count())).isEqualTo(10);
			assertThat(waiting).allMatch(CompletableFuture::isCancelled);
		}
		assertThat(table.count(Selection.where(Condition.field("title").equalTo("x")))).isZero();
	}

	@Test
	void aFailureArrivesAsTheSynchronousFormThrowsIt() {
		filled("async_failed");
		SeekdbAsyncTable async = client.async().table("async_failed");
		failed(async.insert(row("id", 1)), DuplicateKeyException.class);
		failed(async.search(SearchRequest.of("v", new float[] { 1, 0 }, Distance.COSINE)),
				InvalidDataAccessApiUsageException.class);
		failed(async.update(row("nothing", 1), Selection.all()), InvalidDataAccessResourceUsageException.class);
		failed(async.as((row, number) -> row.getString("nothing")).get(1), DataAccessException.class);
		SeekdbAsyncTable absent = client.async().table("async_absent");
		failed(absent.count(), InvalidDataAccessResourceUsageException.class);
		failed(absent.upsert(row("id", 1)), InvalidDataAccessResourceUsageException.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> client.async().table("a`b"));
	}

	@Test
	void aCallEndsAtItsDeadline(SeekdbServer server) {
		filled("async_deadline");
		Duration time = Duration.ofMillis(500);
		StoreCalls calls = StoreCalls.builder("test", "seekdb")
			.timeouts(new Timeouts(Duration.ZERO, time, time, time))
			.build();
		try (SeekdbClient hurried = SeekdbClient.builder(SeekdbClients.pool(server)).calls(calls).build()) {
			failed(hurried.async().table("async_deadline").query(SLOW), QueryTimeoutException.class);
		}
	}

	@Test
	void toCloseTheClientEndsWhatIsUnderWayAndWhatWaits(SeekdbServer server) {
		filled("async_closed");
		SeekdbClient closed = SeekdbClient.builder(SeekdbClients.pool(server).withSize(1, 0)).build();
		SeekdbAsyncTable async = closed.async().table("async_closed");
		CompletableFuture<?> slow = async.query(SLOW);
		awaitActive(closed);
		CompletableFuture<?> waiting = async.count();
		closed.close();
		failed(slow, DataAccessException.class);
		failed(waiting, DataAccessException.class);
		failed(async.count(), DataAccessException.class);
		failed(async.upsert(row("id", 1)), DataAccessException.class);
	}

	private static SearchRequest nearest(int id) {
		return SearchRequest.of("v", new float[] { id, 0 }, Distance.L2).withFields("id").withLimit(3);
	}

	private static SeekdbTable filled(String name) {
		SeekdbTable table = ServerTables.create(client, name, SCHEMA);
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (int id = 0; id < 10; id++) {
			rows.add(row("id", id, "title", ((id % 2 == 0) ? "even " : "odd ") + id, "v", new float[] { id, 0.1f }));
		}
		table.insert(rows);
		return table;
	}

	private static void same(CompletableFuture<?> call, Object expected) throws Exception {
		assertThat((Object) done(call)).usingRecursiveComparison().isEqualTo(expected);
	}

	private static <T extends @Nullable Object> T done(CompletableFuture<T> call) throws Exception {
		return call.get(60, TimeUnit.SECONDS);
	}

	private static void failed(CompletableFuture<?> call, Class<? extends Exception> failure) {
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(15, TimeUnit.SECONDS))
			.withCauseInstanceOf(failure);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void awaitActive(SeekdbClient client) {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (true) {
			PoolStats pool = client.pool();
			if (pool != null && pool.active() > 0) {
				return;
			}
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.onSpinWait();
		}
	}

}
