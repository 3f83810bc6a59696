package io.quiver.data.policy;

import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the calls of an operation.
 *
 * @param timeouts how long they may take
 * @param retry how they are repeated, or {@code null} for not at all
 * @param readNanos the limit of a try that reads, 0 for none
 * @param writeNanos the limit of a try that writes, 0 for none
 * @param totalNanos the limit of a call, 0 for none
 * @author Quiver
 */
record CallRules(Timeouts timeouts, @Nullable Retry retry, long readNanos, long writeNanos, long totalNanos) {

	CallRules(Timeouts timeouts, @Nullable Retry retry) {
		this(timeouts, retry, Deadline.nanos(timeouts.read()), Deadline.nanos(timeouts.write()),
				Deadline.nanos(timeouts.total()));
	}

	Deadline total(Operation operation, long start) {
		long nanos = (operation.timeout() != null) ? Deadline.nanos(operation.timeout())
				: (operation.limited()) ? this.totalNanos : 0;
		return (nanos > 0) ? Deadline.after(start, nanos) : Deadline.none();
	}

	Deadline attempt(Operation operation, long start, Deadline total) {
		if (!operation.limited()) {
			return total;
		}
		long nanos = (operation.safety() == Safety.READ) ? this.readNanos : this.writeNanos;
		return (nanos > 0 && nanos < total.remainingNanos(start)) ? Deadline.after(start, nanos) : total;
	}

	/**
	 * Tell whether the caller's own time-out leaves a try less than the store would. The
	 * system need not be able to keep it.
	 */
	static boolean isCut(Operation operation, Attempt attempt, Deadline total) {
		return operation.timeout() != null && attempt.deadline() == total && total.isSet();
	}

}
