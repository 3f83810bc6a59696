package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;

/**
 * OceanBase seekdb with all that it can do, over JDBC. Safe for use by many threads.
 * <p>
 * Nothing is sent before the first call. Calls fail with Spring's
 * {@link org.springframework.dao.DataAccessException} family. Connections come from a
 * pool of the client's own, or from the application's {@code DataSource}; then calls take
 * part in its transactions, and one that fails there is not repeated.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbClient implements AutoCloseable {

	/**
	 * What goes through the guarded door: the operations of every store, those of tables,
	 * their indexes and partitions, and {@code sql-query}, {@code sql}, {@code session}
	 * and {@code version}.
	 */
	public static final Set<Operation> OPERATIONS = SeekdbOperations.ALL;

	private final SeekdbCalls calls;

	private final SeekdbTables tables;

	private final SeekdbAsyncClient async;

	private volatile @Nullable String version;

	private SeekdbClient(SeekdbCalls calls) {
		this.calls = calls;
		this.tables = new SeekdbTables(calls);
		this.async = new SeekdbAsyncClient(calls, this.tables);
	}

	/**
	 * Begin a client with a pool of its own, which is made at the first call and closed
	 * with the client.
	 * @param pool what the pool is made of
	 * @return a builder
	 */
	public static Builder builder(SeekdbPool pool) {
		Assert.notNull(pool, "'pool' must not be null");
		return new Builder(pool, null);
	}

	/**
	 * Begin a client with the application's connections, whose sessions stay as they are:
	 * zone, time-outs and {@code efSearch} are the application's to set. They must be of
	 * a driver that prepares statements itself, and not on the server.
	 * @param dataSource the application's pool, which stays its own
	 * @return a builder
	 */
	public static Builder builder(DataSource dataSource) {
		Assert.notNull(dataSource, "'dataSource' must not be null");
		return new Builder(null, dataSource);
	}

	/**
	 * Return the same client with calls that do not keep their callers waiting.
	 * @return the asynchronous form, which is closed with this one
	 */
	public SeekdbAsyncClient async() {
		return this.async;
	}

	/**
	 * Return the tables of the database.
	 * @return what makes, describes and drops them
	 */
	public SeekdbTables tables() {
		return this.tables;
	}

	/**
	 * Return a table, which need not be there. Asks nobody.
	 * @param name the name, of up to 64 characters in any case
	 * @return what can be done with the table
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the server
	 * would not take the name
	 */
	public SeekdbTable table(String name) {
		return this.tables.get(name);
	}

	/**
	 * Return the plain way in: SQL of the application's, each statement a call through
	 * the door on any connection. One that plainly reads may be repeated, others are not.
	 * Bind values rather than writing them into the text: the server executes several
	 * statements in one text.
	 * @return a client within the store's time-outs
	 */
	public JdbcClient jdbcClient() {
		return JdbcClient.create(GuardedJdbc.of(this.calls, null));
	}

	/**
	 * Return the plain way in, for statements that take longer than others, such as the
	 * making of an index.
	 * @param timeout how long each may take in place of the store's time-outs; zero for
	 * as long as it takes
	 * @return a client within this time-out
	 */
	public JdbcClient jdbcClient(Duration timeout) {
		Assert.isTrue(!timeout.isNegative(), "'timeout' must not be negative; zero is for no time-out");
		return JdbcClient.create(GuardedJdbc.of(this.calls, timeout));
	}

	/**
	 * Use a connection. It is never repeated, unless no connection was there. What SQL
	 * sets on the connection stays set for its next user; {@link #session} puts back what
	 * it knows of. A transaction that SQL has begun and not ended is rolled back, unless
	 * the pool is the application's.
	 * @param <T> the type of the result
	 * @param callback what to do with it; it must not close it
	 * @return what that returns
	 */
	public <T extends @Nullable Object> T execute(ConnectionCallback<T> callback) {
		return this.calls.jdbc(SeekdbOperations.SQL, RawCalls.execute(callback));
	}

	/**
	 * Do several things on one connection, with settings that end with it.
	 * @param <T> the type of the result
	 * @param work what to do, all within the time of one call that writes
	 * @return what that returns
	 */
	public <T extends @Nullable Object> T session(Function<SeekdbSession, T> work) {
		return this.calls.jdbc(SeekdbOperations.SESSION, RawCalls.session(this.tables, work));
	}

	/**
	 * Ask for the server's version.
	 * @return the version, such as {@code 5.7.25-OceanBase seekdb-v1.4.0.0}
	 */
	public String version() {
		return noted(this.calls.call(SeekdbOperations.VERSION, (session, attempt) -> RawCalls.version(session)));
	}

	private String noted(String told) {
		this.version = told;
		return told;
	}

	/**
	 * Say what is worth showing of this client. Asks nobody.
	 * @return address without options and credentials, connections in use and idle, and,
	 * once it is known, the server's version
	 */
	public Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		if (!this.calls.shown().isEmpty()) {
			details.put("address", this.calls.shown());
		}
		PoolStats pool = this.calls.stats();
		if (pool != null) {
			details.put("connections", "%d in use, %d idle, of %d".formatted(pool.active(), pool.idle(), pool.max()));
		}
		String told = this.version;
		if (told != null) {
			details.put("version", told);
		}
		return details;
	}

	/**
	 * Ask the server for its version, once and past the door.
	 * @param deadline when the answer must be there
	 * @return {@link #details()}
	 * @throws org.springframework.dao.DataAccessException if the server is not well
	 */
	public Map<String, Object> probe(Deadline deadline) {
		noted(this.calls.direct(deadline, RawCalls::version));
		return details();
	}

	/**
	 * Return the figures of the client's own pool.
	 * @return the figures, or {@code null} if the connections are the application's
	 */
	public @Nullable PoolStats pool() {
		return this.calls.stats();
	}

	/**
	 * Close the client and the pool, if it is its own: calls under way are cut off, and
	 * from now on refused.
	 */
	@Override
	public void close() {
		this.calls.close();
	}

	SeekdbCalls calls() {
		return this.calls;
	}

	TableDefinitions definitions() {
		return this.tables.definitions();
	}

	/**
	 * Builds a client.
	 */
	public static final class Builder {

		/** Of an application's pool we do not know the size. */
		private static final int SHARED_THREADS = 16;

		private final @Nullable SeekdbPool pool;

		private final @Nullable DataSource dataSource;

		private StoreCalls calls = StoreCalls.direct();

		private PoolMonitor poolMonitor = PoolMonitor.none();

		private String name = "quiver-seekdb";

		private Builder(@Nullable SeekdbPool pool, @Nullable DataSource dataSource) {
			this.pool = pool;
			this.dataSource = dataSource;
		}

		/**
		 * Set the door that every call goes through. By default, one without policies.
		 * @param calls the door
		 * @return this builder
		 */
		public Builder calls(StoreCalls calls) {
			Assert.notNull(calls, "'calls' must not be null");
			this.calls = calls;
			return this;
		}

		/**
		 * Set who watches the client's own pool. By default, nobody does.
		 * @param poolMonitor the monitor
		 * @return this builder
		 */
		public Builder poolMonitor(PoolMonitor poolMonitor) {
			Assert.notNull(poolMonitor, "'poolMonitor' must not be null");
			this.poolMonitor = poolMonitor;
			return this;
		}

		/**
		 * Set what pool and threads are called. By default, {@code quiver-seekdb}.
		 * @param name the name
		 * @return this builder
		 */
		public Builder name(String name) {
			Assert.hasText(name, "'name' must not be empty");
			this.name = name;
			return this;
		}

		/**
		 * Make the client. Nothing is sent for that.
		 * @return the client, to be closed
		 * @throws IllegalArgumentException if there is no driver for the URL of the pool
		 */
		public SeekdbClient build() {
			Watch watch = new Watch(this.name);
			SeekdbConnections connections = connections(watch);
			PoolStats stats = connections.stats();
			AsyncThreads threads = new AsyncThreads(this.name, (stats != null) ? stats.max() : SHARED_THREADS);
			return new SeekdbClient(new SeekdbCalls(this.calls, connections, watch, threads));
		}

		private SeekdbConnections connections(Watch watch) {
			if (this.pool != null) {
				return new PooledConnections(this.name, this.pool, watch, this.poolMonitor);
			}
			Assert.state(this.dataSource != null, "Neither a pool nor a DataSource");
			return new SharedConnections(this.dataSource);
		}

	}

}
