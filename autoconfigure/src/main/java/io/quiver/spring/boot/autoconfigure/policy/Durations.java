package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

/**
 * Writes durations as properties have them.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Durations {

	private Durations() {
	}

	/**
	 * Write a duration in the largest unit that loses nothing.
	 * @param duration the duration
	 * @return the text, such as {@code 1500ms}
	 */
	public static String print(Duration duration) {
		if (duration.toMillisPart() == 0) {
			return duration.toSeconds() + "s";
		}
		return (duration.toNanosPart() % 1_000_000 == 0) ? duration.toMillis() + "ms" : duration.toNanos() + "ns";
	}

}
