package io.quiver.data.policy;

import java.util.concurrent.TimeUnit;

import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

/**
 * The repeating of one call, from its first failure on.
 *
 * @author Quiver
 */
final class Repetition {

	private static final long STOP = -1;

	private final Operation operation;

	private final RetryQuota quota;

	private final Deadline total;

	private final Retry.@Nullable AsyncContext<Object> context;

	Repetition(Operation operation, CallRules rules, RetryQuota quota, Deadline total) {
		this.operation = operation;
		this.quota = quota;
		this.total = total;
		this.context = (rules.retry() != null) ? rules.retry().asyncContext() : null;
	}

	/**
	 * Decide what follows a failure. The asynchronous context of Resilience4j is used by
	 * both forms of the door: it tells the time to wait instead of sleeping through a
	 * deadline.
	 * @return milliseconds to wait, or a negative number to give up
	 */
	long waitAfter(RuntimeException failure) {
		if (this.context == null) {
			return STOP;
		}
		boolean repeatable = StoreFaults.isRepeatable(failure, this.operation.safety())
				&& !Thread.currentThread().isInterrupted() && this.total.remainingNanos() > 0 && this.quota.take();
		long wait = this.context.onError((repeatable) ? failure : new NotRepeatedException(failure));
		return (repeatable && TimeUnit.MILLISECONDS.toNanos(wait) < this.total.remainingNanos()) ? wait : STOP;
	}

	void succeeded() {
		if (this.context != null) {
			this.context.onComplete();
		}
	}

}
