package io.quiver.store.seekdb;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.contract.fault.GuardedClient;
import org.jspecify.annotations.Nullable;

/**
 * The client as the faults contract sees it: rows with a value, and sums that grow when
 * they are added to.
 *
 * @author Quiver
 */
final class SeekdbGuardedClient implements GuardedClient {

	private static final String TABLE = "faults";

	private static final Operation READ = StoreOperations.GET.on(TABLE);

	private static final Operation SAVE = StoreOperations.SAVE.on(TABLE);

	private static final Operation ADD = SeekdbOperations.SQL.on(TABLE);

	private final SeekdbClient client;

	SeekdbGuardedClient(SeekdbClient client) {
		this.client = client;
	}

	static void prepare(SeekdbClient client) {
		client.jdbcClient()
			.sql("CREATE TABLE IF NOT EXISTS faults (id INT PRIMARY KEY, text LONGTEXT, added BIGINT NOT NULL DEFAULT 0)")
			.update();
	}

	@Override
	public @Nullable String read(int row) {
		String value = this.client.calls().<@Nullable String>call(READ, (session, attempt) -> value(session, row));
		Settling.await();
		return value;
	}

	@Override
	public void save(int row, String value) {
		this.client.calls().call(SAVE, (session, attempt) -> session.update(saving(row, value)));
	}

	@Override
	public boolean canAdd() {
		return true;
	}

	@Override
	public void add(int row) {
		this.client.calls().call(ADD, (session, attempt) -> session.update(adding(row)));
	}

	@Override
	public long added(int row) {
		return this.client.calls().call(READ, (session, attempt) -> {
			List<Long> sums = session.query(
					new SqlBuilder().append("SELECT added FROM faults WHERE id = ").bind(row).build(),
					(found) -> found.getLong(1));
			return (sums.isEmpty()) ? 0L : sums.get(0);
		});
	}

	@Override
	public boolean isAsync() {
		return true;
	}

	@Override
	public CompletableFuture<@Nullable String> readAsync(int row) {
		return this.client.calls().<@Nullable String>callAsync(READ, (session, attempt) -> value(session, row));
	}

	@Override
	public CompletableFuture<?> saveAsync(int row, String value) {
		return this.client.calls().callAsync(SAVE, (session, attempt) -> session.update(saving(row, value)));
	}

	@Override
	public CompletableFuture<?> addAsync(int row) {
		return this.client.calls().callAsync(ADD, (session, attempt) -> session.update(adding(row)));
	}

	@Override
	public @Nullable PoolStats pool() {
		return this.client.pool();
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static @Nullable String value(Session session, int row) {
		List<@Nullable String> texts = session.query(
				new SqlBuilder().append("SELECT text FROM faults WHERE id = ").bind(row).build(),
				(found) -> found.getString(1));
		return (texts.isEmpty()) ? null : texts.get(0);
	}

	private static Sql saving(int row, String value) {
		return new SqlBuilder().append("INSERT INTO faults (id, text) VALUES (")
			.bind(row)
			.append(", ")
			.bind(value)
			.append(") ON DUPLICATE KEY UPDATE text = VALUES(text)")
			.build();
	}

	private static Sql adding(int row) {
		return new SqlBuilder().append("INSERT INTO faults (id, added) VALUES (")
			.bind(row)
			.append(", 1) ON DUPLICATE KEY UPDATE added = added + 1")
			.build();
	}

}
