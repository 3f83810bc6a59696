package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until nobody connects. The pool goes on with a connection that somebody has
 * waited for although another came free, and a fault that comes once might meet that one
 * instead of the call it is meant for.
 *
 * @author Quiver
 */
final class Settling {

	private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

	private static final Duration PAUSE = Duration.ofMillis(2);

	private Settling() {
	}

	static void await() {
		long end = System.nanoTime() + LONG_ENOUGH.toNanos();
		while (isConnecting() && System.nanoTime() < end) {
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private static boolean isConnecting() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch((frame) -> frame.getClassName().equals(Connector.class.getName()));
	}

}
