package io.quiver.store.seekdb;

import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.pool.HikariPool;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection of our pool that is lent out.
 *
 * @param pool where it goes back to
 * @param connection the connection as the pool lends it
 * @param physical the driver's
 * @param socket its socket, or {@code null} if the driver keeps it for itself
 * @param followsTransactions whether the driver knows of those that SQL has begun
 * @author Quiver
 */
record PooledLoan(HikariPool pool, Connection connection, Connection physical, @Nullable Socket socket,
		boolean followsTransactions) implements Loan {

	private static final Log logger = LogFactory.getLog(PooledLoan.class);

	@Override
	public boolean isJoined() {
		return false;
	}

	@Override
	public int secondsLeft() {
		return 0;
	}

	@Override
	public boolean endsAtOnce() {
		return this.socket != null;
	}

	@Override
	public void cut() {
		if (this.socket != null) {
			Connector.close(this.socket);
		}
		else {
			Aborted.abort(this.physical);
		}
	}

	/**
	 * The pool knows only of what was begun by JDBC, and so do most drivers. One that
	 * reads in the server's answers whether there is a transaction asks for nothing if
	 * not.
	 */
	@Override
	public boolean endTransaction() {
		try {
			if (!this.followsTransactions) {
				execute("ROLLBACK");
				execute("SET autocommit = 1");
				return true;
			}
			this.physical.rollback();
			if (!this.physical.getAutoCommit()) {
				this.physical.setAutoCommit(true);
			}
			return true;
		}
		catch (SQLException ex) {
			logger.debug("A transaction could not be ended; its connection is thrown away", ex);
			return false;
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.physical.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void giveBack(boolean usable) {
		try {
			// whoever used it may have kept to himself that it broke
			if (!usable || this.physical.isClosed()) {
				this.pool.evictConnection(this.connection);
			}
			else {
				this.connection.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("A connection was not given back, but thrown away", ex);
		}
	}

}
