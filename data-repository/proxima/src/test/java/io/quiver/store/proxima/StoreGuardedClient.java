package io.quiver.store.proxima;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.contract.fault.GuardedClient;
import org.jspecify.annotations.Nullable;

/**
 * A store as the suite of faults uses it. To add is to insert a row: a second try would
 * be told that the row is there, and be seen by that.
 *
 * @param store the store
 * @author Quiver
 */
record StoreGuardedClient(ProximaStore store) implements GuardedClient {

	static final CollectionSpec SAVED = spec("saved");

	static final CollectionSpec ADDED = spec("added");

	private static CollectionSpec spec(String name) {
		return new CollectionSpec(name,
				List.of(new KeyColumn("id", ColumnType.LONG, false),
						new ValueColumn("value", ColumnType.STRING, true, false, false, false),
						new VectorColumn("vector", 2, Metric.EUCLIDEAN, true)));
	}

	static void prepare(ProximaStore store) {
		store.create(SAVED);
		store.create(ADDED);
	}

	static WriteRequest request(CollectionSpec spec, WriteMode mode, int row, String value) {
		return WriteRequest.of(spec, mode, List.of(Row.of((long) row, value, vector(row))));
	}

	@Override
	public @Nullable String read(int row) {
		return value(this.store.get(SAVED, List.of(Key.of((long) row)), Projection.of(1), SearchOptions.none()));
	}

	private static @Nullable String value(List<@Nullable Row> rows) {
		Row row = rows.get(0);
		return (row != null) ? (String) row.get(0) : null;
	}

	@Override
	public void save(int row, String value) {
		check(this.store.write(request(SAVED, WriteMode.SAVE, row, value)));
	}

	@Override
	public boolean canAdd() {
		return true;
	}

	@Override
	public void add(int row) {
		check(this.store.write(request(ADDED, WriteMode.INSERT, row, "added")));
	}

	@Override
	public long added(int row) {
		List<@Nullable Row> rows = this.store.get(ADDED, List.of(Key.of((long) row)), Projection.of(1),
				SearchOptions.none());
		return (rows.get(0) != null) ? 1 : 0;
	}

	private static @Nullable Void check(WriteResult result) {
		if (!result.failures().isEmpty()) {
			throw result.failures().get(0).cause();
		}
		return null;
	}

	@Override
	public boolean isAsync() {
		return true;
	}

	/**
	 * The port reads by key only while its caller waits; each row is its own neighbour.
	 */
	@Override
	public CompletableFuture<@Nullable String> readAsync(int row) {
		NearestRequest request = new NearestRequest(SAVED, Projection.of(0, 1), 2, vector(row), null,
				SimilarityRange.all(), 0, 1, SearchOptions.none());
		return this.store.nearestAsync(request, Runnable::run).thenApply((hits) -> value(row, hits));
	}

	private static @Nullable String value(int row, List<Hit> hits) {
		boolean found = !hits.isEmpty() && Long.valueOf(row).equals(hits.get(0).row().get(0));
		return (found) ? (String) hits.get(0).row().get(1) : null;
	}

	/** Halves of the number, since a float does not hold all of it. */
	private static float[] vector(int row) {
		return new float[] { row >>> Short.SIZE, row & 0xFFFF };
	}

	@Override
	public CompletableFuture<?> saveAsync(int row, String value) {
		return this.store.writeAsync(request(SAVED, WriteMode.SAVE, row, value), Runnable::run)
			.thenApply(StoreGuardedClient::check);
	}

	@Override
	public CompletableFuture<?> addAsync(int row) {
		return this.store.writeAsync(request(ADDED, WriteMode.INSERT, row, "added"), Runnable::run)
			.thenApply(StoreGuardedClient::check);
	}

	@Override
	public @Nullable PoolStats pool() {
		return null;
	}

	@Override
	public void close() {
		this.store.close();
	}

}
