package io.quiver.benchmarks.seekdb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The rest of a server after its work: it goes on building indexes, and clearing away
 * what was dropped, after it has answered.
 *
 * @param pid the process of the server
 * @author Quiver
 * @since 0.1
 */
record ServerRest(long pid) {

	private static final Duration PERIOD = Duration.ofMillis(500);

	/** Of a processor; less than that it always needs. */
	private static final double IDLE = 0.1;

	private static final int PATIENCE = 240;

	/**
	 * Wait until the server has nothing to do.
	 */
	void await() {
		Duration before = used();
		for (int period = 0; period < PATIENCE; period++) {
			LockSupport.parkNanos(PERIOD.toNanos());
			Duration now = used();
			if (now.minus(before).toNanos() < IDLE * PERIOD.toNanos()) {
				return;
			}
			before = now;
		}
	}

	private Duration used() {
		return ProcessHandle.of(this.pid)
			.flatMap((process) -> process.info().totalCpuDuration())
			.orElseThrow(() -> new IllegalStateException("The server is gone"));
	}

}
