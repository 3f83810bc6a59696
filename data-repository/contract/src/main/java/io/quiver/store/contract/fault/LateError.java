package io.quiver.store.contract.fault;

import java.time.Duration;

/**
 * A call took too long. Of all that a suite may find this alone can be the machine's
 * fault, so it is measured again.
 *
 * @author Quiver
 */
final class LateError extends AssertionError {

	private static final int MEASUREMENTS = 3;

	private static final long serialVersionUID = 1L;

	LateError(Outcome outcome, Duration limit) {
		super("%s took %d ms and kept its caller for %d ms, %d ms being allowed".formatted(outcome.call(),
				outcome.elapsed().toMillis(), outcome.blocked().toMillis(), limit.toMillis()), outcome.failure());
	}

	/** Runs what measures, again if it finds a call late. */
	static void measured(Runnable measurement) {
		for (int i = 1; i < MEASUREMENTS; i++) {
			try {
				measurement.run();
				return;
			}
			catch (LateError ex) {
				// Perhaps the machine was busy
			}
		}
		measurement.run();
	}

}
