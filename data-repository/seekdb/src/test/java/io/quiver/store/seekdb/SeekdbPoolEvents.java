package io.quiver.store.seekdb;

import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in a pool.
 *
 * @author Quiver
 */
final class SeekdbPoolEvents implements PoolMonitor, PoolListener {

	private final AtomicInteger acquired = new AtomicInteger();

	private final AtomicInteger timeouts = new AtomicInteger();

	private volatile boolean closed;

	private volatile @Nullable PoolStats pool;

	@Override
	public PoolListener watch(PoolStats pool) {
		this.pool = pool;
		return this;
	}

	@Override
	public void acquired(long nanos) {
		this.acquired.incrementAndGet();
	}

	@Override
	public void timedOut() {
		this.timeouts.incrementAndGet();
	}

	@Override
	public void close() {
		this.closed = true;
	}

	int acquisitions() {
		return this.acquired.get();
	}

	int timeouts() {
		return this.timeouts.get();
	}

	boolean isClosed() {
		return this.closed;
	}

	@Nullable PoolStats pool() {
		return this.pool;
	}

}
