package io.quiver.store.seekdb;

/**
 * What an error code means for who called.
 *
 * @author Quiver
 */
enum ErrorKind {

	/** A row of such a key is there. */
	DUPLICATE_KEY,

	/** Something of that name is there. */
	CONFLICT,

	/** A value that a column does not take, or no partition does. */
	BAD_VALUE,

	/** Something of that name is not there. */
	MISSING,

	/** What is asked for cannot be done. */
	BAD_USAGE,

	/** A statement of too many bytes. */
	TOO_LARGE,

	/** The login or a privilege is missing. */
	DENIED,

	/** The server has ended a statement or a transaction. */
	TIMEOUT,

	/** Somebody else holds a lock, or waits for one of ours. */
	LOCKED,

	/** The server cannot do it now. */
	BUSY,

	OTHER;

	/** The server's word for a connection that is closed. */
	static final int CLOSED = 1220;

	static ErrorKind of(int code) {
		return switch (code) {
			case 1062 -> DUPLICATE_KEY;
			case 1007, 1050, 1060, 1061, 1493, 1517, 5598 -> CONFLICT;
			// 3140 is text that is no JSON; 1526 and 1748 are of rows that no partition
			// takes
			case 1048, 1136, 1264, 1265, 1292, 1364, 1366, 1406, 1526, 1748, 3140 -> BAD_VALUE;
			case 1049, 1051, 1054, 1091, 1094, 1146, 1507, 1735 -> MISSING;
			case 1059, 1064, 1071, 1074, 1101, 1103, 1128, 1149, 1167, 1191, 1193, 1210, 1228, 1231, 1235, 1499, 1503,
					1659, 1792, 3108, 3143, 4152, 7600 ->
				BAD_USAGE;
			case 1153 -> TOO_LARGE;
			case 1044, 1045, 1142, 1227 -> DENIED;
			case 1317, 4012 -> TIMEOUT;
			case 1205, 1213 -> LOCKED;
			// too many connections, shutting down, and two of OceanBase's for too little
			// memory
			case 1040, 1053, 4013, 4030 -> BUSY;
			default -> OTHER;
		};
	}

}
