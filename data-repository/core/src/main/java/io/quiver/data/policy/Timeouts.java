package io.quiver.data.policy;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How long things may take. Zero stands for no limit.
 *
 * @param connect until a connection is there
 * @param read one try of a call that reads
 * @param write one try of a call that writes
 * @param total a call with all its tries and the waiting between them
 * @author Quiver
 * @since 0.1
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration total) {

	private static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

	public Timeouts {
		for (Duration timeout : new Duration[] { connect, read, write, total }) {
			Assert.isTrue(!timeout.isNegative(), "Time-outs must not be negative");
		}
	}

	/**
	 * Return time-outs that limit nothing.
	 * @return no limits
	 */
	public static Timeouts none() {
		return NONE;
	}

	/**
	 * Return the limit of one try.
	 * @param safety what the call does
	 * @return the time-out for reading or for writing
	 */
	public Duration attempt(Safety safety) {
		return (safety == Safety.READ) ? this.read : this.write;
	}

}
