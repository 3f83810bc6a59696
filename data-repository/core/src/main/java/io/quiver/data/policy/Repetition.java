package io.quiver.data.policy;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.github.resilience4j.retry.Retry;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.util.Assert;

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

	private final @Nullable Predicate<Throwable> repeats;

	private @Nullable RuntimeException told;

	Repetition(Operation operation, CallRules rules, RetryQuota quota, Deadline total) {
		this.operation = operation;
		this.quota = quota;
		this.total = total;
		Retry retry = rules.retry();
		this.context = (retry != null) ? retry.asyncContext() : null;
		this.repeats = (retry != null) ? retry.getRetryConfig().getExceptionPredicate() : null;
	}

	/**
	 * Decide what follows a failure. The asynchronous context of Resilience4j is used by
	 * both forms of the door: it tells the time to wait instead of sleeping through a
	 * deadline.
	 * @return milliseconds to wait, or a negative number to give up
	 */
	long waitAfter(RuntimeException failure) {
		if (this.context == null || !StoreFaults.isRepeatable(failure, this.operation.safety()) || !hasTime()
				|| !this.quota.take()) {
			giveUp(failure);
			return STOP;
		}
		long wait = this.context.onError(failure);
		if (wait < 0) {
			note(failure);
			this.quota.giveBack();
			return STOP;
		}
		if (TimeUnit.MILLISECONDS.toNanos(wait) >= this.total.remainingNanos()) {
			this.quota.giveBack();
			giveUp(failure);
			return STOP;
		}
		note(failure);
		return wait;
	}

	/**
	 * Tell whether another try has any time.
	 */
	boolean hasTime() {
		return !this.total.isOver();
	}

	/**
	 * Note that a failure is the last one although Resilience4j might have repeated it.
	 * Its meters then count the call as failed without a retry, as they do with a failure
	 * that its configuration ignores, after however many tries.
	 */
	void giveUp(RuntimeException failure) {
		note(failure);
		RuntimeException last = new NotRepeatedException(failure);
		// else it would be counted as one more try
		if (this.context != null && this.repeats != null && !this.repeats.test(last)) {
			this.context.onError(last);
		}
	}

	/**
	 * Note that the try that was waited for is not made.
	 */
	void notMade() {
		this.quota.giveBack();
	}

	void succeeded() {
		if (this.context != null) {
			this.context.onComplete();
		}
	}

	/**
	 * Return what the call fails with: the last failure, unless it tells less than one
	 * before. That the last try was not sent does not undo what an earlier one may have
	 * done.
	 */
	RuntimeException failure() {
		RuntimeException failure = this.told;
		Assert.state(failure != null, "There was no failure");
		if (this.operation.safety() == Safety.WRITE && StoreFaults.mayBeDone(failure)
				&& !(failure instanceof OutcomeUnknownException)) {
			return new OutcomeUnknownException(
					"It is not known whether %s was done: %s".formatted(this.operation, failure.getMessage()),
					(DataAccessException) failure);
		}
		return failure;
	}

	private void note(RuntimeException failure) {
		if (this.told == null || !tellsLess(failure, this.told)) {
			this.told = failure;
		}
		else if (this.told != failure) {
			this.told.addSuppressed(failure);
		}
	}

	private static boolean tellsLess(RuntimeException failure, RuntimeException before) {
		return failure instanceof CallRefusedException
				|| (failure instanceof NotSentException && !(before instanceof NotSentException));
	}

}
