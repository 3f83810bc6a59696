package io.quiver.store.proxima;

import io.quiver.data.store.WriteMode;
import io.quiver.store.proxima.proto.Status;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * What the status of a write says of the rows of its request. A request is checked as a
 * whole before any row is looked at; then row follows row whatever became of those
 * before, and the status is that of the last row that failed.
 *
 * @author Quiver
 */
enum WriteVerdict {

	/**
	 * Every row is done.
	 * <p>
	 * To save a row is to update it and then to insert it, and one of the two always
	 * fails: the update with -4004 if the key was not there, the insert with -4001 if it
	 * was. Which of the two codes comes back tells of the last row only, and both say
	 * that all is well; so does 0, which comes if somebody has deleted the row between
	 * the two. If somebody inserts it between them, theirs stays, as if ours had come
	 * first. What the status cannot tell is that the disk of the server failed at an
	 * earlier row, since a later row always has a code that hides it.
	 */
	DONE,

	/** Nothing is done, and no other request of this collection will fare better. */
	REFUSED,

	/** Nothing or something is done; it may be tried again. */
	TROUBLED,

	/** A row was not done, the last such with this code; the others are. */
	ROW;

	/** Not a failure of the request, although its number says so. */
	private static final int INVALID_RECORD = -2009;

	private static final int REQUESTS = -2000;

	private static final int COLLECTIONS = -4000;

	static WriteVerdict of(WriteMode mode, Status status, DataAccessException failure) {
		int code = status.getCode();
		if (isDone(mode, code)) {
			return DONE;
		}
		if (isOfKey(code) || code == INVALID_RECORD) {
			return ROW;
		}
		if (failure instanceof TransientDataAccessException) {
			return TROUBLED;
		}
		return (isOfRequest(code)) ? REFUSED : ROW;
	}

	static boolean isDone(WriteMode mode, int code) {
		return code == StatusCodes.SUCCESS || (mode == WriteMode.SAVE && isOfKey(code));
	}

	/** Whether a row is certainly not stored that alone had this code. */
	static boolean isOfKey(int code) {
		return code == StatusCodes.DUPLICATE_KEY || code == StatusCodes.KEY_NOT_EXIST;
	}

	/** Said before any row is looked at. */
	static boolean isOfRequest(int code) {
		return switch (code) {
			case StatusCodes.INVALID_ARGUMENT, StatusCodes.COLLECTION_NOT_EXIST, StatusCodes.COLUMN_NOT_EXIST,
					StatusCodes.EMPTY_LSN_CONTEXT ->
				true;
			default -> code <= REQUESTS && code > COLLECTIONS;
		};
	}

}
