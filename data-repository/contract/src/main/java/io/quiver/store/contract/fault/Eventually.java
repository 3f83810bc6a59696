package io.quiver.store.contract.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what comes to pass without anybody telling.
 *
 * @author Quiver
 */
final class Eventually {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Duration LATE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(5);

	private Eventually() {
	}

	/** For what needs nothing but threads that are given their turn. */
	static void soon(BooleanSupplier condition, Supplier<String> otherwise) {
		await(SOON, condition, otherwise);
	}

	/** For what may take a server some time. */
	static void late(BooleanSupplier condition, Supplier<String> otherwise) {
		await(LATE, condition, otherwise);
	}

	private static void await(Duration atMost, BooleanSupplier condition, Supplier<String> otherwise) {
		long end = System.nanoTime() + atMost.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - end > 0) {
				throw new AssertionError(otherwise.get() + ", still after " + atMost.toSeconds() + " s");
			}
			try {
				Thread.sleep(PAUSE.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError("Interrupted", ex);
			}
		}
	}

}
