package io.quiver.store.embedded;

import java.time.Duration;

import org.apache.lucene.index.QueryTimeout;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * The moment at which a call must have ended.
 *
 * @author Quiver
 */
final class Deadline implements QueryTimeout {

	private final @Nullable Duration timeout;

	private final long end;

	private Deadline(@Nullable Duration timeout, long end) {
		this.timeout = timeout;
		this.end = end;
	}

	static Deadline after(@Nullable Duration timeout) {
		return new Deadline(timeout, (timeout != null) ? System.nanoTime() + nanos(timeout) : 0);
	}

	private static long nanos(Duration timeout) {
		// longer ones are as good as none
		return (timeout.compareTo(Duration.ofDays(36_500)) < 0) ? timeout.toNanos() : Long.MAX_VALUE / 2;
	}

	boolean isSet() {
		return this.timeout != null;
	}

	@Override
	public boolean shouldExit() {
		return this.timeout != null && System.nanoTime() - this.end > 0;
	}

	/**
	 * End the call if its time is over.
	 * @throws QueryTimeoutException if it is
	 */
	void check() {
		if (shouldExit()) {
			throw new QueryTimeoutException(
					"The call did not end within %s; give it more time, or ask for less".formatted(this.timeout));
		}
	}

}
