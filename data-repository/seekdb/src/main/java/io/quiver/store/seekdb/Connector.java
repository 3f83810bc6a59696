package io.quiver.store.seekdb;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Makes the connections of a pool: each in its time, ready for use, and with its socket
 * known where the driver lets us make it.
 *
 * @author Quiver
 */
final class Connector extends AbstractDataSource {

	private final Driver driver;

	private final String url;

	private final Properties options;

	private final String settings;

	private final Duration timeout;

	private final boolean followsTransactions;

	private final Watch watch;

	private final Map<Connection, Socket> sockets = Collections.synchronizedMap(new WeakHashMap<>());

	private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

	Connector(SeekdbPool pool, Watch watch) {
		this.url = pool.address().url();
		this.driver = driver(this.url);
		this.options = DriverOptions.of(pool, this.driver);
		this.settings = pool.session().statement();
		this.timeout = pool.limits().connectTimeout();
		this.followsTransactions = pool.address().isMariaDb();
		this.watch = watch;
	}

	private static Driver driver(String url) {
		try {
			return DriverManager.getDriver(url);
		}
		catch (SQLException ex) {
			throw new IllegalArgumentException(
					"No JDBC driver takes '%s'; add that of its scheme, such as %s".formatted(
							new JdbcAddress(url).shown(), "org.mariadb.jdbc:mariadb-java-client for jdbc:mariadb:"),
					ex);
		}
	}

	@Override
	public Connection getConnection() throws SQLException {
		AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
		Lease lease = new Lease(Deadline.after(this.timeout));
		lease.cutBy(() -> close(socket.get()));
		this.watch.add(lease);
		try (var capture = SeekdbSocketFactory.capture(socket::set)) {
			Connection connection = connect(lease);
			Socket used = socket.get();
			if (used != null) {
				this.sockets.put(connection, used);
			}
			this.failure.set(null);
			return connection;
		}
		catch (SQLException ex) {
			throw failed(ex, socket.get());
		}
		catch (RuntimeException ex) {
			throw failed(new SQLException("The driver could not read what the server said: " + ex, "08000", ex),
					socket.get());
		}
		finally {
			this.watch.remove(lease);
		}
	}

	private Connection connect(Lease lease) throws SQLException {
		Connection connection = this.driver.connect(this.url, copy(this.options));
		if (connection == null) {
			throw new SQLException("The driver does not take the URL any more");
		}
		try {
			prepare(connection, lease);
			return connection;
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	private void prepare(Connection connection, Lease lease) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(this.settings);
		}
		if (!lease.end()) {
			throw new SQLTransientConnectionException("The connection was not ready in its time");
		}
	}

	private SQLException failed(SQLException ex, @Nullable Socket socket) {
		close(socket);
		this.failure.set(new Failure(System.nanoTime(), ex, Thread.currentThread()));
		return ex;
	}

	/** Drivers are known to write into what they are given. */
	private static Properties copy(Properties options) {
		Properties copy = new Properties();
		copy.putAll(options);
		return copy;
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return getConnection();
	}

	/** The pool would set it from its own wait; ours is in the options of the driver. */
	@Override
	public void setLoginTimeout(int seconds) {
	}

	/** How long the pool waits for a connection under way when it is closed. */
	@Override
	public int getLoginTimeout() {
		return 1;
	}

	/**
	 * Return the socket of a connection that was made here.
	 * @return the socket, or {@code null} if the driver keeps it for itself
	 */
	@Nullable Socket socket(Connection connection) {
		return this.sockets.get(connection);
	}

	/**
	 * Return whether the driver knows of transactions that SQL has begun, too. MariaDB's
	 * reads it from the server's answers; the others know what was said to themselves.
	 */
	boolean followsTransactions() {
		return this.followsTransactions;
	}

	/**
	 * Return why the last connecting failed.
	 * @param nanoTime since when
	 * @return the failure, or {@code null} if none has failed since then
	 */
	@Nullable SQLException failureSince(long nanoTime) {
		Failure last = this.failure.get();
		return (last != null && last.nanoTime() - nanoTime >= 0) ? last.cause() : null;
	}

	/**
	 * Wake who connects for the pool. After a failure it sleeps, longer each time and up
	 * to five seconds, whoever waits.
	 */
	void wake() {
		Failure last = this.failure.get();
		if (last != null) {
			last.thread().interrupt();
		}
	}

	static void close(@Nullable Socket socket) {
		if (socket != null) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				// then it cannot be used any more either
			}
		}
	}

	private record Failure(long nanoTime, SQLException cause, Thread thread) {
	}

}
