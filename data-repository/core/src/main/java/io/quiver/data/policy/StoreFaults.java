package io.quiver.data.policy;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells the faults of a system from its answers: bad input, what is not found, duplicates
 * and version conflicts are answers.
 *
 * @author Quiver
 */
final class StoreFaults {

	private StoreFaults() {
	}

	/**
	 * Tell whether a failure speaks against the system, so that the circuit breaker
	 * counts it. A system that reports a lost lock is well.
	 */
	static boolean isFault(Throwable failure) {
		return (failure instanceof TransientDataAccessException && !(failure instanceof ConcurrencyFailureException)
				&& !(failure instanceof CallRefusedException)) || failure instanceof DataAccessResourceFailureException;
	}

	static boolean isRepeatable(Throwable failure, Safety safety) {
		if (failure instanceof NotSentException) {
			return !(failure instanceof CallRefusedException);
		}
		return safety != Safety.WRITE && failure instanceof TransientDataAccessException
				&& !(failure instanceof OptimisticLockingFailureException);
	}

	/**
	 * Tell whether a write may have been done although it failed.
	 */
	static boolean mayBeDone(Throwable failure) {
		return isFault(failure) && !(failure instanceof NotSentException);
	}

	static boolean isTimeout(Throwable failure) {
		return failure instanceof QueryTimeoutException
				|| (failure instanceof NotSentException && failure.getCause() instanceof QueryTimeoutException);
	}

}
