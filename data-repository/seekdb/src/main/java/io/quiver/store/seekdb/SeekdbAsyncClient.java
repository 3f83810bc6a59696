package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ConnectionCallback;

/**
 * The calls of {@link SeekdbClient} without keeping their callers waiting. Each fails
 * with what its namesake throws, and is cut off under way when its result is cancelled.
 * The driver keeps a thread for each, of which there are as many as connections; they
 * take no part in a transaction of the caller's. What is chained to a result may run in
 * such a thread, which it must not keep.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbAsyncClient {

	private final SeekdbCalls calls;

	private final SeekdbTables tables;

	SeekdbAsyncClient(SeekdbCalls calls, SeekdbTables tables) {
		this.calls = calls;
		this.tables = tables;
	}

	/**
	 * Return a table, which need not be there. Asks nobody.
	 * @param name the name
	 * @return what can be done with the rows of the table
	 * @see SeekdbClient#table
	 */
	public SeekdbAsyncTable table(String name) {
		return new SeekdbAsyncTable(this.tables.on(name));
	}

	/**
	 * Use a connection.
	 * @param <T> the type of the result
	 * @param callback what to do with it; it must not close it
	 * @return what that returns
	 * @see SeekdbClient#execute
	 */
	public <T extends @Nullable Object> CompletableFuture<T> execute(ConnectionCallback<T> callback) {
		return this.calls.jdbcAsync(SeekdbOperations.SQL, RawCalls.execute(callback));
	}

	/**
	 * Do several things on one connection.
	 * @param <T> the type of the result
	 * @param work what to do
	 * @return what that returns
	 * @see SeekdbClient#session
	 */
	public <T extends @Nullable Object> CompletableFuture<T> session(Function<SeekdbSession, T> work) {
		return this.calls.jdbcAsync(SeekdbOperations.SESSION, RawCalls.session(this.tables, work));
	}

	/**
	 * Ask for the server's version.
	 * @return the version
	 * @see SeekdbClient#version
	 */
	public CompletableFuture<String> version() {
		return this.calls.callAsync(SeekdbOperations.VERSION, (session, attempt) -> RawCalls.version(session));
	}

}
