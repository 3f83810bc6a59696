package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection of the application that is lent out.
 *
 * @param dataSource where it goes back to
 * @param connection the connection
 * @param isJoined whether a transaction of the application holds it
 * @param manual whether the application's pool leaves it to its users to commit, which
 * outside its transactions nobody would
 * @author Quiver
 */
record SharedLoan(DataSource dataSource, Connection connection, boolean isJoined, boolean manual) implements Loan {

	@Override
	public int secondsLeft() {
		Object holder = TransactionSynchronizationManager.getResource(this.dataSource);
		return (holder instanceof ConnectionHolder transaction && transaction.hasTimeout())
				? transaction.getTimeToLiveInSeconds() : 0;
	}

	@Override
	public boolean endsAtOnce() {
		return false;
	}

	@Override
	public void cut() {
		Aborted.abort(this.connection);
	}

	/** It is the application's to look after. */
	@Override
	public boolean endTransaction() {
		return true;
	}

	@Override
	public void giveBack(boolean usable) {
		if (!this.isJoined && !(usable && restored())) {
			Aborted.abortNow(this.connection);
		}
		DataSourceUtils.releaseConnection(this.connection, this.dataSource);
	}

	private boolean restored() {
		try {
			if (this.manual) {
				this.connection.setAutoCommit(false);
			}
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
