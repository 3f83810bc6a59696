package io.quiver.store.proxima;

/**
 * The codes of the server's statuses that mean something to this client.
 *
 * @author Quiver
 */
final class StatusCodes {

	static final int SUCCESS = 0;

	static final int RUNTIME_ERROR = -1000;

	static final int CONFIG_ERROR = -1004;

	static final int INVALID_ARGUMENT = -1005;

	static final int STOPPED = -1014;

	static final int MISMATCHED_MAGIC_NUMBER = -2021;

	static final int DUPLICATE_COLLECTION = -4000;

	static final int DUPLICATE_KEY = -4001;

	static final int COLLECTION_NOT_EXIST = -4002;

	static final int COLUMN_NOT_EXIST = -4003;

	static final int KEY_NOT_EXIST = -4004;

	static final int COLLECTION_SUSPENDED = -4005;

	static final int EMPTY_LSN_CONTEXT = -4007;

	static final int EXCEED_RATE_LIMIT = -4008;

	static final int SEGMENT_UNAVAILABLE = -5000;

	static final int QUEUE_UNREADY = -5003;

	static final int SCHEDULE_TASK_ERROR = -5004;

	static final int COLLECTION_UNREADABLE = -5005;

	static final int TASK_ELSEWHERE = -5006;

	private StatusCodes() {
	}

}
