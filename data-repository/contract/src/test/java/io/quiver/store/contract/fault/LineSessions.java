package io.quiver.store.contract.fault;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.PoolStats;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The pool of a client's sessions. It makes them unconnected, so that no caller waits in
 * the pool for the network.
 *
 * @author Quiver
 */
final class LineSessions implements PoolStats, AutoCloseable {

	private static final Duration MAX_WAIT = Duration.ofSeconds(10);

	private final GenericObjectPool<LineSession> pool;

	private final Set<LineSession> lent = ConcurrentHashMap.newKeySet();

	LineSessions(Supplier<LineSession> sessions, int max) {
		GenericObjectPoolConfig<LineSession> config = new GenericObjectPoolConfig<>();
		config.setMaxTotal(max);
		config.setMaxIdle(max);
		config.setJmxEnabled(false);
		this.pool = new GenericObjectPool<>(new Factory(sessions), config);
	}

	LineSession borrow(Deadline deadline) {
		try {
			LineSession session = this.pool.borrowObject(deadline.remaining(MAX_WAIT));
			this.lent.add(session);
			return session;
		}
		catch (NoSuchElementException ex) {
			throw new NotSentException("All %d sessions are in use".formatted(max()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotSentException("The thread is interrupted", ex);
		}
		catch (Exception ex) {
			throw new NotSentException("No session", ex);
		}
	}

	void giveBack(LineSession session) {
		this.lent.remove(session);
		this.pool.returnObject(session);
	}

	void throwAway(LineSession session) {
		this.lent.remove(session);
		try {
			this.pool.invalidateObject(session);
		}
		catch (Exception ex) {
			throw new TransientDataAccessResourceException("The session cannot be closed", ex);
		}
	}

	@Override
	public int active() {
		return this.pool.getNumActive();
	}

	@Override
	public int idle() {
		return this.pool.getNumIdle();
	}

	@Override
	public int pending() {
		return this.pool.getNumWaiters();
	}

	@Override
	public int max() {
		return this.pool.getMaxTotal();
	}

	@Override
	public void close() {
		this.pool.close();
		this.lent.forEach(LineSession::close);
	}

	private static final class Factory extends BasePooledObjectFactory<LineSession> {

		private final Supplier<LineSession> sessions;

		Factory(Supplier<LineSession> sessions) {
			this.sessions = sessions;
		}

		@Override
		public LineSession create() {
			return this.sessions.get();
		}

		@Override
		public PooledObject<LineSession> wrap(LineSession session) {
			return new DefaultPooledObject<>(session);
		}

		@Override
		public void destroyObject(PooledObject<LineSession> session) {
			session.getObject().close();
		}

	}

}
