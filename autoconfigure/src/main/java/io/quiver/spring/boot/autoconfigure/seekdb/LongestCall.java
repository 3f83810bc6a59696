package io.quiver.spring.boot.autoconfigure.seekdb;

import java.time.Duration;
import java.util.stream.Stream;

import io.quiver.data.policy.Policies;
import io.quiver.data.policy.Timeouts;

/**
 * How long a call may wait for an answer.
 *
 * @param policies the policies of the store
 * @author Quiver
 */
record LongestCall(Policies policies) {

	/** Ours come first, so that the failure is told as what it is. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	/** As long as the server lets a transaction take. */
	private static final Duration UNLIMITED = Duration.ofDays(1);

	/**
	 * Return after what time nobody waits any more.
	 */
	Duration withGrace() {
		return Stream.concat(Stream.of(this.policies.rules()), this.policies.operations().values().stream())
			.map(Policies.Rules::timeouts)
			.flatMap((timeouts) -> Stream.of(limit(timeouts.read(), timeouts), limit(timeouts.write(), timeouts)))
			.max(Duration::compareTo)
			.map((longest) -> (longest.compareTo(UNLIMITED) < 0) ? longest.plus(GRACE) : UNLIMITED)
			.orElse(UNLIMITED);
	}

	private static Duration limit(Duration attempt, Timeouts timeouts) {
		Duration limit = (attempt.isZero()) ? timeouts.total() : attempt;
		return (limit.isZero()) ? UNLIMITED : limit;
	}

}
