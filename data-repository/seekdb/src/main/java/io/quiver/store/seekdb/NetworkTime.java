package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import io.quiver.data.policy.Deadline;

/**
 * The time-out of a connection whose socket is not ours to close: a driver that hangs
 * would keep its caller. Set before each statement, and put back at the end.
 *
 * @author Quiver
 */
final class NetworkTime {

	private static final int UNTOUCHED = -1;

	private final Connection connection;

	private final Deadline deadline;

	private final boolean needed;

	private int before = UNTOUCHED;

	private NetworkTime(Connection connection, Deadline deadline, boolean needed) {
		this.connection = connection;
		this.deadline = deadline;
		this.needed = needed;
	}

	static NetworkTime of(Loan loan, Deadline deadline) {
		return new NetworkTime(loan.connection(), deadline, deadline.isSet() && !loan.endsAtOnce());
	}

	void begin() throws SQLException {
		if (!this.needed) {
			return;
		}
		if (this.before == UNTOUCHED) {
			this.before = this.connection.getNetworkTimeout();
		}
		long millis = TimeUnit.NANOSECONDS.toMillis(this.deadline.remainingNanos()) + 1;
		long limit = (this.before > 0) ? this.before : Integer.MAX_VALUE;
		this.connection.setNetworkTimeout(Runnable::run, (int) Math.min(millis, limit));
	}

	/**
	 * Put back what was set before.
	 * @return whether that was done
	 */
	boolean end() {
		if (this.before == UNTOUCHED) {
			return true;
		}
		try {
			this.connection.setNetworkTimeout(Runnable::run, this.before);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
