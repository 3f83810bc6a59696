package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
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
 * @param client its client
 * @author Quiver
 */
record StoreGuardedClient(SeekdbStore store, SeekdbClient client) implements GuardedClient {

	private static final CollectionSpec SAVED = spec("faults_saved");

	private static final CollectionSpec ADDED = spec("faults_added");

	private static CollectionSpec spec(String name) {
		return new CollectionSpec(name, List.of(Specs.key("id", ColumnType.LONG),
				Specs.value("value", ColumnType.STRING), Specs.vector("v", 2, Metric.EUCLIDEAN)));
	}

	static void prepare(SeekdbStore store) {
		store.create(SAVED);
		store.create(ADDED);
	}

	@Override
	public @Nullable String read(int row) {
		String value = value(SAVED, row);
		Settling.await();
		return value;
	}

	private @Nullable String value(CollectionSpec spec, int row) {
		Row found = this.store.get(spec, List.of(Key.of((long) row)), Projection.of(1), SearchOptions.none()).get(0);
		return (found != null) ? (String) found.get(0) : null;
	}

	@Override
	public void save(int row, String value) {
		write(SAVED, WriteMode.SAVE, row, value);
	}

	private void write(CollectionSpec spec, WriteMode mode, int row, String value) {
		WriteResult result = this.store
			.write(WriteRequest.of(spec, mode, List.of(Row.of((long) row, value, new float[] { row % 1000, 1 }))));
		if (!result.failures().isEmpty()) {
			throw result.failures().get(0).cause();
		}
	}

	@Override
	public boolean canAdd() {
		return true;
	}

	@Override
	public void add(int row) {
		write(ADDED, WriteMode.INSERT, row, "added");
	}

	@Override
	public long added(int row) {
		return (value(ADDED, row) != null) ? 1 : 0;
	}

	@Override
	public @Nullable PoolStats pool() {
		return this.client.pool();
	}

	@Override
	public void close() {
		this.store.close();
	}

}
