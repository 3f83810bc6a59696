package io.quiver.store.contract.fault;

import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * A line client as the suite uses it. Numbers of rows are keys.
 *
 * @param client the client
 * @param isAsync whether its asynchronous calls are used
 * @author Quiver
 */
record LineGuardedClient(LineClient client, boolean isAsync) implements GuardedClient {

	@Override
	public @Nullable String read(int row) {
		return this.client.get("row" + row);
	}

	@Override
	public void save(int row, String value) {
		this.client.put("row" + row, value);
	}

	@Override
	public boolean canAdd() {
		return true;
	}

	@Override
	public void add(int row) {
		this.client.increment("sum" + row);
	}

	@Override
	public long added(int row) {
		String sum = this.client.get("sum" + row);
		return (sum != null) ? Long.parseLong(sum) : 0;
	}

	@Override
	public CompletableFuture<@Nullable String> readAsync(int row) {
		return this.client.getAsync("row" + row);
	}

	@Override
	public CompletableFuture<?> saveAsync(int row, String value) {
		return this.client.putAsync("row" + row, value);
	}

	@Override
	public CompletableFuture<?> addAsync(int row) {
		return this.client.incrementAsync("sum" + row);
	}

	@Override
	public @Nullable PoolStats pool() {
		return this.client.pool();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
