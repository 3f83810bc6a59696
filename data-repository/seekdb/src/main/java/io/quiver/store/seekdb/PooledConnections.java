package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

/**
 * The connections of a pool of our own, made when the first is asked for.
 *
 * @author Quiver
 */
final class PooledConnections implements SeekdbConnections, PoolStats {

	/**
	 * How long to wait at a time. A server that cannot be reached or refuses the login is
	 * then told of early, and not when nobody waits any more; the connections that the
	 * pool still counts may have died with it.
	 */
	private static final long SLICE_MILLIS = 200;

	private final SeekdbPool settings;

	private final HikariConfig config;

	private final Connector connector;

	private final PoolListener listener;

	private volatile @Nullable HikariPool pool;

	private boolean closed;

	PooledConnections(String name, SeekdbPool settings, Watch watch, PoolMonitor monitor) {
		this.settings = settings;
		this.connector = new Connector(settings, watch);
		this.config = HikariSettings.of(name, settings, this.connector);
		this.listener = monitor.watch(this);
	}

	private HikariPool pool() {
		HikariPool made = this.pool;
		return (made != null) ? made : make();
	}

	private synchronized HikariPool make() {
		if (this.closed) {
			throw new NotSentException("The pool of connections is closed");
		}
		HikariPool made = this.pool;
		if (made == null) {
			made = new HikariPool(this.config);
			this.pool = made;
		}
		return made;
	}

	@Override
	public Loan lend(Deadline deadline) {
		HikariPool pool = pool();
		if (pool.getTotalConnections() == 0) {
			this.connector.wake();
		}
		long wait = Math.min(waitNanos(pool), deadline.remainingNanos());
		long begin = System.nanoTime();
		long end = begin + wait;
		while (true) {
			long left = end - System.nanoTime();
			try {
				if (left <= 0 && deadline.isOver()) {
					throw new SQLException("The time of the call was over");
				}
				Connection connection = pool.getConnection(slice(left));
				this.listener.acquired(System.nanoTime() - begin);
				Connection physical = connection.unwrap(Connection.class);
				return new PooledLoan(pool, connection, physical, this.connector.socket(physical),
						this.connector.followsTransactions());
			}
			catch (SQLException ex) {
				check(pool, begin, end, deadline, ex);
			}
		}
	}

	/** To make a connection takes its time even where none is to be waited for. */
	private long waitNanos(HikariPool pool) {
		long wait = nanos(this.settings.limits().maxWait().toMillis());
		if (pool.getTotalConnections() < max()) {
			long connect = this.settings.limits().connectTimeout().toMillis();
			return (connect > 0) ? Math.max(wait, nanos(connect)) : Long.MAX_VALUE / 2;
		}
		return wait;
	}

	private static long nanos(long millis) {
		return TimeUnit.MILLISECONDS.toNanos(Math.min(millis, Integer.MAX_VALUE));
	}

	private static long slice(long nanos) {
		return Math.min(Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)), SLICE_MILLIS);
	}

	/** Return if it is worth while to go on. */
	private void check(HikariPool pool, long begin, long end, Deadline deadline, SQLException failure) {
		SQLException cause = this.connector.failureSince(begin);
		boolean over = System.nanoTime() - end >= 0;
		if (over) {
			this.listener.timedOut();
		}
		if (cause != null && (over || pool.getTotalConnections() == 0)) {
			throw SeekdbErrors.notConnected(shown(), cause, deadline);
		}
		if (over || pool.poolState != HikariPool.POOL_NORMAL || Thread.currentThread().isInterrupted()) {
			throw none(pool, deadline, failure);
		}
	}

	private DataAccessException none(HikariPool pool, Deadline deadline, SQLException failure) {
		Exception cause = (deadline.isOver()) ? new QueryTimeoutException("The call did not begin in its time", failure)
				: failure;
		return (pool.getActiveConnections() < max())
				? new NotSentException("No connection to %s could be made in time".formatted(shown()), cause)
				: new CallRefusedException("No connection to %s came free in time: all %d that there may be are in use"
					.formatted(shown(), max()), cause);
	}

	@Override
	public boolean isInTransaction() {
		return false;
	}

	@Override
	public PoolStats stats() {
		return this;
	}

	@Override
	public int active() {
		HikariPool made = this.pool;
		return (made != null) ? made.getActiveConnections() : 0;
	}

	@Override
	public int idle() {
		HikariPool made = this.pool;
		return (made != null) ? made.getIdleConnections() : 0;
	}

	@Override
	public int pending() {
		HikariPool made = this.pool;
		return (made != null) ? made.getThreadsAwaitingConnection() : 0;
	}

	@Override
	public int max() {
		return this.settings.limits().maxSize();
	}

	@Override
	public String shown() {
		return this.settings.address().shown();
	}

	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		HikariPool made = this.pool;
		try {
			if (made != null) {
				made.shutdown();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.listener.close();
		}
	}

}
