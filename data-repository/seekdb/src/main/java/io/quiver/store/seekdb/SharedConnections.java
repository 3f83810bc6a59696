package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.PoolStats;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The connections of the application's own {@code DataSource}, which its transactions
 * hold together. How long one is waited for is up to it.
 *
 * @author Quiver
 */
final class SharedConnections implements SeekdbConnections {

	private static final Log logger = LogFactory.getLog(SharedConnections.class);

	private final DataSource dataSource;

	private volatile boolean judged;

	SharedConnections(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public Loan lend(Deadline deadline) {
		if (deadline.isOver()) {
			throw new NotSentException("Nothing was sent: the time of the call was over before",
					new QueryTimeoutException("The call did not begin in its time"));
		}
		try {
			Connection connection = DataSourceUtils.doGetConnection(this.dataSource);
			judge(connection);
			return new SharedLoan(this.dataSource, connection,
					DataSourceUtils.isConnectionTransactional(connection, this.dataSource));
		}
		catch (SQLException | IllegalStateException ex) {
			throw SeekdbErrors.notConnected("the application's DataSource", ex, deadline);
		}
	}

	/**
	 * Refuse a pool that the application has set up in a way that we cannot work with.
	 */
	private void judge(Connection connection) throws SQLException {
		if (this.judged) {
			return;
		}
		try {
			JdbcAddress.check("URL of the application's DataSource", connection.getMetaData().getURL());
			this.judged = true;
		}
		catch (IllegalArgumentException ex) {
			DataSourceUtils.doReleaseConnection(connection, this.dataSource);
			throw new InvalidDataAccessApiUsageException(String.valueOf(ex.getMessage()), ex);
		}
		catch (SQLException ex) {
			DataSourceUtils.doReleaseConnection(connection, this.dataSource);
			throw ex;
		}
	}

	@Override
	public @Nullable PoolStats stats() {
		return null;
	}

	@Override
	public String shown() {
		return "";
	}

	@Override
	public void close() {
		// it is not ours
	}

	private record SharedLoan(DataSource dataSource, Connection connection, boolean isJoined) implements Loan {

		@Override
		public boolean endsAtOnce() {
			return false;
		}

		/** The driver may take its time about it, and connect again for that. */
		@Override
		public void cut() {
			Thread thread = new Thread(this::abort, "quiver-seekdb-abort");
			thread.setDaemon(true);
			thread.start();
		}

		private void abort() {
			try {
				this.connection.abort(Runnable::run);
			}
			catch (SQLException ex) {
				logger.debug("A connection could not be aborted", ex);
			}
		}

		@Override
		public void giveBack(boolean usable) {
			if (!usable && !this.isJoined) {
				abort();
			}
			DataSourceUtils.releaseConnection(this.connection, this.dataSource);
		}

	}

}
