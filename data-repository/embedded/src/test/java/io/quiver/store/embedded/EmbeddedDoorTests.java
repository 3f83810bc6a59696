package io.quiver.store.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.StoreObservationContext;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every call of the engine goes through its door, once, and tells what it did.
 *
 * @author Quiver
 */
class EmbeddedDoorTests {

	private static final CollectionSpec OTHER = new CollectionSpec("other",
			List.of(new KeyColumn("id", ColumnType.LONG, false)));

	private static final CollectionSpec WIDER = new CollectionSpec("other",
			List.of(new KeyColumn("id", ColumnType.LONG, false), new VectorColumn("vector", 2, Metric.COSINE, true)));

	private static final float[] POINT = { 0.12345f, 0.23456f, 0.34567f, 0.45678f };

	private final RecordedCalls calls = new RecordedCalls();

	private final EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory(), this.calls.door());

	@BeforeEach
	void fill() {
		this.client.create(Samples.SPEC);
		Samples.save(this.client, Samples.rows(0, 10));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	/**
	 * A call and what must be told of it.
	 */
	private record Expected(String name, Safety safety, Calling calling, long returned, long written) {

		static Expected call(String name, Safety safety, Calling calling) {
			return new Expected(name, safety, calling, -1, -1);
		}

		static Expected read(String name, long returned, Calling calling) {
			return new Expected(name, Safety.READ, calling, returned, -1);
		}

		static Expected write(String name, Safety safety, long written, Calling calling) {
			return new Expected(name, safety, calling, -1, written);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	private interface Calling {

		void call(EmbeddedClient client);

	}

	private static WriteRequest write(WriteMode mode, int from, int to) {
		return WriteRequest.of(Samples.SPEC, mode, Samples.rows(from, to));
	}

	private static NearestRequest nearest(@Nullable Filter filter) {
		return new NearestRequest(Samples.SPEC, Projection.key(Samples.SPEC), 4, POINT, filter, SimilarityRange.all(),
				0, 3, SearchOptions.none());
	}

	private static RankRequest rank(@Nullable NearestRequest nearest) {
		return new RankRequest(Samples.SPEC, Projection.key(Samples.SPEC), List.of(2), "revision", nearest, 0.5, null,
				0, 2, SearchOptions.none());
	}

	private static Stream<Expected> everyCall() {
		Filter small = Filter.where("id").lt(4L);
		SearchOptions reading = SearchOptions.none();
		return Stream.of(Expected.write("insert", Safety.WRITE, 2, (c) -> c.write(write(WriteMode.INSERT, 10, 12))),
				Expected.write("update", Safety.IDEMPOTENT_WRITE, 3, (c) -> c.write(write(WriteMode.UPDATE, 7, 20))),
				Expected.write("save", Safety.IDEMPOTENT_WRITE, 4, (c) -> c.write(write(WriteMode.SAVE, 8, 12))),
				Expected.write("merge", Safety.IDEMPOTENT_WRITE, 1, (c) -> c.write(write(WriteMode.MERGE, 9, 12))),
				Expected.write("delete", Safety.IDEMPOTENT_WRITE, 1,
						(c) -> c.delete(DeleteRequest.of(Samples.SPEC, List.of(Key.of(1L), Key.of(99L))))),
				Expected.write("delete-where", Safety.IDEMPOTENT_WRITE, 4,
						(c) -> c.deleteWhere(Samples.SPEC, small, WriteOptions.none())),
				Expected.read("get", 1,
						(c) -> c.get(Samples.SPEC, List.of(Key.of(1L), Key.of(99L)), Projection.key(Samples.SPEC),
								reading)),
				Expected.read("find", 4,
						(c) -> c.find(new FindRequest(Samples.SPEC, Projection.key(Samples.SPEC), small, List.of(), 0,
								9, null, reading))),
				Expected.read("nearest", 3, (c) -> c.nearest(nearest(null))),
				Expected.read("rank", 2, (c) -> c.rank(rank(null))),
				Expected.call("count", Safety.READ, (c) -> c.count(Samples.SPEC, small, reading)),
				Expected.call("create", Safety.IDEMPOTENT_WRITE, (c) -> c.create(Samples.SPEC)),
				Expected.call("add-columns", Safety.IDEMPOTENT_WRITE, (c) -> c.addColumns(Samples.SPEC)),
				Expected.call("drop", Safety.IDEMPOTENT_WRITE, (c) -> c.drop("samples")),
				Expected.call("describe", Safety.READ, (c) -> c.describe("samples")),
				Expected.call("collections", Safety.READ, EmbeddedClient::collections),
				Expected.call("stats", Safety.READ, (c) -> c.stats("samples")),
				Expected.call("search", Safety.READ, (c) -> c.search("samples", (searcher) -> 1)),
				Expected.call("refresh", Safety.IDEMPOTENT_WRITE, (c) -> c.refresh("samples")),
				Expected.call("commit", Safety.IDEMPOTENT_WRITE, (c) -> c.commit("samples")),
				Expected.call("optimize", Safety.IDEMPOTENT_WRITE, (c) -> c.optimize("samples", 1)));
	}

	@ParameterizedTest
	@MethodSource("everyCall")
	void everyCallGoesThroughTheDoorOnceAndTellsItsRows(Expected expected) {
		StoreObservationContext call = this.calls.of(() -> expected.calling().call(this.client));
		Operation operation = call.getOperation();
		assertThat(operation.name()).isEqualTo(expected.name());
		assertThat(operation.safety()).isEqualTo(expected.safety());
		assertThat(operation.collection()).isEqualTo((expected.name().equals("collections")) ? null : "samples");
		assertThat(call.getRowsReturned()).isEqualTo(expected.returned());
		assertThat(call.getRowsWritten()).isEqualTo(expected.written());
	}

	@Test
	void theOperationsDeclaredAreThoseThatAreCalled() {
		Set<String> called = everyCall().map(Expected::name).collect(Collectors.toSet());
		Set<String> declared = EmbeddedClient.OPERATIONS.stream()
			.map(Operation::name)
			.collect(Collectors.toCollection(HashSet::new));
		assertThat(declared).isEqualTo(called).hasSameSizeAs(EmbeddedClient.OPERATIONS);
	}

	@Test
	void upkeepTakesAsLongAsItTakes() {
		assertThat(EmbeddedClient.OPERATIONS).filteredOn((operation) -> !operation.limited())
			.extracting(Operation::name)
			.containsExactlyInAnyOrder("refresh", "commit", "optimize");
	}

	@Test
	void aCallOfThePortIsOneCallToo() {
		EmbeddedStore store = new EmbeddedStore("test", this.client);
		this.calls.of(() -> store.nearest(nearest(null)));
		this.calls.of(() -> store.write(write(WriteMode.SAVE, 0, 3)));
		assertThat(this.calls.only().getOperation().name()).isEqualTo("save");
	}

	@Test
	void columnsAreAddedInOneCall() {
		this.client.create(OTHER);
		assertThat(this.calls.of(() -> this.client.addColumns(WIDER)).getOperation().collection()).isEqualTo("other");
	}

	@Test
	void aTraceTellsTheSearchButNeverTheVector() {
		StoreObservationContext call = this.calls
			.of(() -> this.client.nearest(nearest(Filter.where("text").is("row 1"))));
		String traced = call.getHighCardinalityKeyValues().toString();
		assertThat(traced).contains("vector", "euclidean", "text = 'row 1'");
		for (float component : POINT) {
			assertThat(traced).doesNotContain(Float.toString(component));
		}
	}

	@Test
	void aRankingFusedWithNeighboursIsTracedAsASearch() {
		StoreObservationContext call = this.calls.of(() -> this.client.rank(rank(nearest(null))));
		assertThat(Objects.requireNonNull(call.getOperation().search()).get().topK()).isEqualTo(2);
	}

	@Test
	void duplicatesAreOutcomesOfTheirRowsAndNoFailureOfTheCall() {
		StoreObservationContext call = this.calls
			.of(() -> assertThat(this.client.write(write(WriteMode.INSERT, 9, 11)).failures()).hasSize(1)
				.allSatisfy((failure) -> assertThat(failure.cause()).isInstanceOf(DuplicateKeyException.class)));
		assertThat(call.getError()).isNull();
		assertThat(call.getRowsWritten()).isEqualTo(1);
	}

	@Test
	void aMistakeInASearchSpeaksNotAgainstTheDisk() {
		RuntimeException mistake = new IllegalStateException("a mistake");
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> this.client.search("samples", (searcher) -> {
				throw mistake;
			}))
			.satisfies((ex) -> assertThat(ex).isNotInstanceOf(DataAccessResourceFailureException.class))
			.withCause(mistake);
	}

	@Test
	void aProbePassesTheDoor() {
		this.calls.of(this.client::collections);
		this.client.probe(Deadline.none());
		assertThat(this.calls.only().getOperation().name()).isEqualTo("collections");
	}

}
