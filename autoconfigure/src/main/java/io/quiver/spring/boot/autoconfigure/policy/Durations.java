package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

/**
 * Writes durations as properties have them.
 *
 * @author Quiver
 */
final class Durations {

	private Durations() {
	}

	static String print(Duration duration) {
		if (duration.toMillisPart() == 0) {
			return duration.toSeconds() + "s";
		}
		return (duration.toNanosPart() % 1_000_000 == 0) ? duration.toMillis() + "ms" : duration.toNanos() + "ns";
	}

}
