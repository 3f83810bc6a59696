package io.quiver.data.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * The moment at which a call must have ended.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Deadline {

	private static final Deadline NONE = new Deadline(false, 0);

	/** Longer ones are as good as none, and would overflow. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	private final boolean set;

	private final long end;

	private Deadline(boolean set, long end) {
		this.set = set;
		this.end = end;
	}

	/**
	 * Return the deadline of a call that may take as long as it takes.
	 * @return no deadline
	 */
	public static Deadline none() {
		return NONE;
	}

	/**
	 * Return the moment after a time that begins now.
	 * @param timeout the time; {@code null} or zero for no deadline
	 * @return the deadline
	 */
	public static Deadline after(@Nullable Duration timeout) {
		long nanos = nanos(timeout);
		return (nanos > 0) ? after(System.nanoTime(), nanos) : NONE;
	}

	static Deadline after(long start, long nanos) {
		return new Deadline(true, start + nanos);
	}

	/**
	 * Return a time-out in nanoseconds.
	 * @return the nanoseconds, 0 for none
	 */
	static long nanos(@Nullable Duration timeout) {
		return (timeout != null && isShort(timeout)) ? timeout.toNanos() : 0;
	}

	static boolean isShort(Duration time) {
		return time.compareTo(LONGEST) < 0;
	}

	public boolean isSet() {
		return this.set;
	}

	public boolean isOver() {
		return this.set && System.nanoTime() - this.end >= 0;
	}

	/**
	 * Return the time that is left.
	 * @return nanoseconds, 0 if it is over, {@link Long#MAX_VALUE} without a deadline
	 */
	public long remainingNanos() {
		return remainingNanos(this.set ? System.nanoTime() : 0);
	}

	long remainingNanos(long now) {
		return (this.set) ? Math.max(0, this.end - now) : Long.MAX_VALUE;
	}

	/**
	 * Return the time that is left, for transports that take a time-out.
	 * @param atMost what to return instead of more, such as the transport's own limit
	 * @return the time, zero if it is over
	 */
	public Duration remaining(Duration atMost) {
		if (!this.set) {
			return atMost;
		}
		Duration left = Duration.ofNanos(remainingNanos());
		return (left.compareTo(atMost) < 0) ? left : atMost;
	}

	/**
	 * Return the sooner of this and another deadline.
	 * @param other the other
	 * @return that which ends first
	 */
	public Deadline sooner(Deadline other) {
		if (!this.set || !other.set) {
			return (this.set) ? this : other;
		}
		return (this.end - other.end <= 0) ? this : other;
	}

	/**
	 * End the call if its time is over.
	 * @throws QueryTimeoutException if it is
	 */
	public void check() {
		if (isOver()) {
			throw new QueryTimeoutException("The call did not end in its time; give it more, or ask for less");
		}
	}

}
