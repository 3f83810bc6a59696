package io.quiver.data.policy;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;

/**
 * What a failure tells of the system and of the call.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreFaults {

	private StoreFaults() {
	}

	/**
	 * Tell whether a failure speaks against the system, so that the circuit breaker
	 * counts it. A system that reports a lost lock is well.
	 * @param failure the failure
	 * @return whether the system is to blame
	 */
	public static boolean isFault(Throwable failure) {
		if (failure instanceof UnfinishedException) {
			return failure.getCause() != null && isFault(failure.getCause());
		}
		return (failure instanceof TransientDataAccessException && !(failure instanceof ConcurrencyFailureException)
				&& !(failure instanceof CallRefusedException)) || failure instanceof DataAccessResourceFailureException;
	}

	/**
	 * Tell whether a call may have done its work although it failed.
	 * @param failure the failure
	 * @return {@code false} if it is certain that it did not
	 */
	public static boolean mayBeDone(Throwable failure) {
		return (isFault(failure) && !(failure instanceof NotSentException) && !(failure instanceof UnfinishedException))
				|| failure instanceof OutcomeUnknownException;
	}

	/**
	 * Tell whether doing the same again may help, as far as the failure tells.
	 * @param failure the failure
	 * @return whether it is transient; a version that has changed stays changed, and what
	 * this side refuses it refuses on purpose
	 */
	public static boolean isPassing(Throwable failure) {
		return failure instanceof TransientDataAccessException
				&& !(failure instanceof OptimisticLockingFailureException)
				&& !(failure instanceof CallRefusedException);
	}

	static boolean isRepeatable(Throwable failure, Safety safety) {
		return isPassing(failure) && (safety != Safety.WRITE || failure instanceof NotSentException
				|| failure instanceof UnfinishedException);
	}

	static boolean isTimeout(Throwable failure) {
		return failure instanceof QueryTimeoutException
				|| (failure instanceof NotSentException && failure.getCause() instanceof QueryTimeoutException);
	}

}
