package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The connections of the application's own {@code DataSource}, which its transactions
 * hold together. How long one is waited for is up to it.
 *
 * @author Quiver
 */
final class SharedConnections implements SeekdbConnections {

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
			try {
				return loan(connection);
			}
			catch (SQLException | RuntimeException ex) {
				DataSourceUtils.doReleaseConnection(connection, this.dataSource);
				throw ex;
			}
		}
		catch (SQLException | IllegalStateException ex) {
			throw SeekdbErrors.notConnected("the application's DataSource", ex, deadline);
		}
	}

	private Loan loan(Connection connection) throws SQLException {
		if (!this.judged) {
			judge(connection.getMetaData().getURL());
			this.judged = true;
		}
		boolean joined = DataSourceUtils.isConnectionTransactional(connection, this.dataSource);
		boolean manual = !joined && !connection.getAutoCommit();
		if (manual) {
			connection.setAutoCommit(true);
		}
		return new SharedLoan(this.dataSource, connection, joined, manual);
	}

	/**
	 * Refuse a pool that the application has set up in a way that we cannot work with.
	 */
	private static void judge(@Nullable String url) {
		try {
			JdbcAddress.check("URL of the application's DataSource", (url != null) ? url : "");
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDataAccessApiUsageException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@Override
	public boolean isInTransaction() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.hasResource(this.dataSource);
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

}
