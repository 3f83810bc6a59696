package io.quiver.store.proxima;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.store.proxima.proto.Status;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The statuses of the server in Spring's words.
 *
 * @author Quiver
 */
final class ProximaErrors {

	/** The codes from here down to {@link #COLLECTIONS} speak of the request alone. */
	private static final int REQUESTS = -2000;

	private static final int COLLECTIONS = -4000;

	private ProximaErrors() {
	}

	static void refuse(Operation operation, Status status, Attempt attempt) {
		throw translate(operation.toString(), status);
	}

	/**
	 * A request of several rows tells the code of the last row that failed, while the
	 * others are done.
	 */
	static void refuseRows(Operation operation, Status status, Attempt attempt) {
		DataAccessException failure = translate(operation.toString(), status);
		String others = "; all other rows of the request may be done, and only writeEach tells which are not";
		if (failure instanceof DuplicateKeyException) {
			throw new DuplicateKeyException(failure.getMessage() + others, failure.getCause());
		}
		if (failure instanceof IncorrectUpdateSemanticsDataAccessException && failure.getCause() != null) {
			throw new IncorrectUpdateSemanticsDataAccessException(failure.getMessage() + others, failure.getCause());
		}
		throw failure;
	}

	/**
	 * A collection that is gone at the second try may have been dropped by the first,
	 * which was not answered.
	 */
	static void refuseUnlessDropped(Operation operation, Status status, Attempt attempt) {
		if (attempt.number() == 1 || status.getCode() != StatusCodes.COLLECTION_NOT_EXIST) {
			refuse(operation, status, attempt);
		}
	}

	/**
	 * A key that is gone at the second try may have been deleted by the first.
	 */
	static void refuseUnlessDeleted(Operation operation, Status status, Attempt attempt) {
		if (attempt.number() == 1 || status.getCode() != StatusCodes.KEY_NOT_EXIST) {
			refuse(operation, status, attempt);
		}
	}

	/**
	 * Translate a status other than success.
	 * @param subject what was asked
	 * @param status the status
	 * @return the failure, with a {@link ProximaStatusException} as its cause if it is
	 * none itself
	 */
	static DataAccessException translate(String subject, Status status) {
		ProximaStatusException cause = new ProximaStatusException(subject, status.getCode(), status.getReason());
		String message = String.valueOf(cause.getMessage());
		return switch (status.getCode()) {
			case StatusCodes.DUPLICATE_COLLECTION ->
				new DataIntegrityViolationException(message + "; drop the other one before, or use it", cause);
			case StatusCodes.DUPLICATE_KEY ->
				new DuplicateKeyException(message + ": a row with such a key is there", cause);
			case StatusCodes.KEY_NOT_EXIST ->
				new IncorrectUpdateSemanticsDataAccessException(message + ": no row with such a key is there", cause);
			case StatusCodes.COLLECTION_NOT_EXIST -> new InvalidDataAccessResourceUsageException(
					message + "; create it before, listCollections tells those that are there", cause);
			case StatusCodes.COLUMN_NOT_EXIST -> new InvalidDataAccessResourceUsageException(
					message + "; describeCollection tells the columns that are there", cause);
			// both are said before any row is looked at
			case StatusCodes.COLLECTION_SUSPENDED, StatusCodes.EXCEED_RATE_LIMIT ->
				new NotSentException(message + "; nothing of it was done", cause);
			case StatusCodes.STOPPED, StatusCodes.SEGMENT_UNAVAILABLE, StatusCodes.QUEUE_UNREADY,
					StatusCodes.SCHEDULE_TASK_ERROR, StatusCodes.COLLECTION_UNREADABLE, StatusCodes.TASK_ELSEWHERE ->
				new TransientDataAccessResourceException(message, cause);
			case StatusCodes.MISMATCHED_MAGIC_NUMBER -> new InvalidDataAccessApiUsageException(
					message + "; the server was started anew, ask describeCollection for its number", cause);
			case StatusCodes.EMPTY_LSN_CONTEXT -> new InvalidDataAccessApiUsageException(
					message + "; rows of a collection that a table feeds need an LsnContext each", cause);
			case StatusCodes.CONFIG_ERROR, StatusCodes.INVALID_ARGUMENT ->
				new InvalidDataAccessApiUsageException(message, cause);
			default -> (isOfRequest(status.getCode())) ? new InvalidDataAccessApiUsageException(message, cause) : cause;
		};
	}

	private static boolean isOfRequest(int code) {
		return code <= REQUESTS && code > COLLECTIONS;
	}

}
