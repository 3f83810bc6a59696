package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is set on each connection of a pool before its first use.
 *
 * @param queryTimeout after what time the server ends a statement, or {@code null}
 * @param lockTimeout how long a statement waits for a lock, or {@code null}
 * @param efSearch how many candidates a search looks at, or {@code null}
 * @author Quiver
 */
record SessionSettings(@Nullable Duration queryTimeout, @Nullable Duration lockTimeout, @Nullable Integer efSearch) {

	/** The server counts microseconds, to 102 years. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	SessionSettings {
		check("queryTimeout", queryTimeout);
		check("lockTimeout", lockTimeout);
		Assert.isTrue(efSearch == null || efSearch > 0, "'efSearch' must be at least 1");
	}

	private static void check(String name, @Nullable Duration duration) {
		if (duration != null) {
			Assert.isTrue(!duration.isNegative() && !duration.isZero(), () -> "'" + name + "' must be positive");
			Assert.isTrue(duration.compareTo(LONGEST) <= 0,
					() -> "'" + name + "' must be at most " + LONGEST.toDays() + " days");
		}
	}

	/**
	 * Return the statement that sets all. The zone of the server's sessions is that of
	 * Shanghai, whatever its machine says.
	 */
	String statement() {
		StringJoiner assignments = new StringJoiner(", ", "SET ", "");
		assignments.add("time_zone = '+00:00'");
		if (this.queryTimeout != null) {
			assignments.add("ob_query_timeout = " + micros(this.queryTimeout));
		}
		if (this.lockTimeout != null) {
			assignments.add("ob_trx_lock_timeout = " + micros(this.lockTimeout));
		}
		if (this.efSearch != null) {
			assignments.add("ob_hnsw_ef_search = " + this.efSearch);
		}
		return assignments.toString();
	}

	private static long micros(Duration duration) {
		return Math.max(1, TimeUnit.NANOSECONDS.toMicros(duration.toNanos()));
	}

}
