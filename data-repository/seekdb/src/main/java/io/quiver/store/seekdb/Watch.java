package io.quiver.store.seekdb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts off what is not over at its deadline. The time-outs of a driver begin anew with
 * every byte that comes, and none holds for a write that blocks.
 * <p>
 * One thread looks every few milliseconds, which costs a call less than a timer of its
 * own would. It is there while there are calls, and a little longer.
 *
 * @author Quiver
 */
final class Watch implements AutoCloseable {

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private static final int IDLE_TICKS = 250;

	private final String name;

	private final Set<Lease> leases = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean running = new AtomicBoolean();

	private volatile boolean closed;

	Watch(String name) {
		this.name = name;
	}

	/**
	 * Watch a use until it is removed.
	 */
	void add(Lease lease) {
		this.leases.add(lease);
		if (!this.running.get() && this.running.compareAndSet(false, true)) {
			Thread thread = new Thread(this::run, this.name + "-watch");
			thread.setDaemon(true);
			thread.start();
		}
		if (this.closed) {
			lease.cut();
		}
	}

	void remove(Lease lease) {
		this.leases.remove(lease);
	}

	private void run() {
		int idle = 0;
		while (!this.closed) {
			LockSupport.parkNanos(TICK_NANOS);
			for (Lease lease : this.leases) {
				if (lease.deadline().isOver()) {
					lease.cut();
				}
			}
			idle = (this.leases.isEmpty()) ? idle + 1 : 0;
			if (idle > IDLE_TICKS && mayEnd()) {
				return;
			}
		}
	}

	/** Whoever came meanwhile either sees that nobody looks, or is seen. */
	private boolean mayEnd() {
		this.running.set(false);
		return this.leases.isEmpty() || !this.running.compareAndSet(false, true);
	}

	/**
	 * Cut off all that is under way, and all that comes.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.leases.forEach(Lease::cut);
	}

}
