package io.quiver.data.store;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.SearchTrace;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store calls its operations, and which of them may be repeated.
 *
 * @author Quiver
 */
class StoreOperationsTests {

	private static final CollectionSpec SPEC = new CollectionSpec("articles",
			List.of(new KeyColumn("id", ColumnType.UUID, true),
					new ValueColumn("version", ColumnType.LONG, false, true, false, true),
					new VectorColumn("vector", 2, Metric.INNER_PRODUCT, true)));

	private static WriteRequest write(WriteMode mode, @Nullable UUID id, @Nullable List<Long> versions) {
		return new WriteRequest(SPEC, mode, Projection.all(SPEC), List.of(Row.of(id, 1L, new float[] { 1, 2 })),
				versions, WriteOptions.none().withTimeout(Duration.ofSeconds(3)));
	}

	private static NearestRequest nearest(@Nullable Filter filter) {
		return new NearestRequest(SPEC, Projection.key(SPEC), 2, new float[] { 1, 2 }, filter, SimilarityRange.all(), 0,
				7, SearchOptions.none().withTimeout(Duration.ofSeconds(2)));
	}

	private static SearchTrace trace(Operation operation) {
		return Objects.requireNonNull(operation.search()).get();
	}

	@Test
	void namesAreTold() {
		assertThat(StoreOperations.ALL).extracting(Operation::name)
			.containsExactlyInAnyOrder("insert", "update", "save", "merge", "delete", "delete-where", "get", "find",
					"nearest", "rank", "count", "create", "add-columns", "drop", "describe", "collections", "stats");
	}

	@ParameterizedTest
	@EnumSource(WriteMode.class)
	void aWriteIsNamedByItsMode(WriteMode mode) {
		Operation operation = StoreOperations.write(write(mode, UUID.randomUUID(), null));
		assertThat(operation.name()).isEqualToIgnoringCase(mode.name());
		assertThat(operation.collection()).isEqualTo("articles");
		assertThat(operation.timeout()).isEqualTo(Duration.ofSeconds(3));
	}

	@ParameterizedTest
	@EnumSource(WriteMode.class)
	void onlyAnInsertIsNotRepeatedWhenKeysAreGivenAndNoVersions(WriteMode mode) {
		assertThat(StoreOperations.write(write(mode, UUID.randomUUID(), null)).safety())
			.isEqualTo((mode == WriteMode.INSERT) ? Safety.WRITE : Safety.IDEMPOTENT_WRITE);
	}

	@ParameterizedTest
	@EnumSource(value = WriteMode.class, names = { "UPDATE", "MERGE" })
	void aWriteThatComparesVersionsIsNotRepeated(WriteMode mode) {
		assertThat(StoreOperations.write(write(mode, UUID.randomUUID(), List.of(1L))).safety()).isEqualTo(Safety.WRITE);
	}

	@Test
	void aRowWhoseKeyTheStoreMakesIsNotSavedAgain() {
		assertThat(StoreOperations.write(write(WriteMode.SAVE, null, null)).safety()).isEqualTo(Safety.WRITE);
	}

	@Test
	void aDeletionIsNotRepeatedIfVersionsAreCompared() {
		List<Key> keys = List.of(Key.of(UUID.randomUUID()));
		assertThat(StoreOperations.delete(DeleteRequest.of(SPEC, keys)).safety()).isEqualTo(Safety.IDEMPOTENT_WRITE);
		assertThat(StoreOperations.delete(new DeleteRequest(SPEC, keys, List.of(1L), WriteOptions.none())).safety())
			.isEqualTo(Safety.WRITE);
	}

	@Test
	void aSearchTellsWhatIsWorthTracing() {
		Operation operation = StoreOperations.nearest(nearest(Filter.where("version").gt(5L)));
		assertThat(operation.timeout()).isEqualTo(Duration.ofSeconds(2));
		SearchTrace trace = trace(operation);
		assertThat(trace.field()).isEqualTo("vector");
		assertThat(trace.dimension()).isEqualTo(2);
		assertThat(trace.topK()).isEqualTo(7);
		assertThat(trace.metric()).isEqualTo("dot");
		assertThat(Objects.requireNonNull(trace.filter()).get()).isEqualTo("version > 5");
	}

	@Test
	void aSearchWithoutAConditionHasNoneToTrace() {
		assertThat(trace(StoreOperations.nearest(nearest(null))).filter()).isNull();
	}

	@Test
	void aRankingIsTracedAsASearchOnlyIfItIsFusedWithOne() {
		Filter filter = Filter.where("version").is(5L);
		assertThat(StoreOperations.rank(rank(null, filter)).search()).isNull();
		SearchTrace trace = trace(StoreOperations.rank(rank(nearest(null), filter)));
		assertThat(trace.topK()).isEqualTo(4);
		assertThat(Objects.requireNonNull(trace.filter()).get()).isEqualTo("version = 5");
	}

	private static RankRequest rank(@Nullable NearestRequest nearest, Filter filter) {
		return new RankRequest(SPEC, Projection.key(SPEC), List.of(1), "words", nearest, 0.5, filter, 0, 4,
				SearchOptions.none());
	}

}
