package io.quiver.store.proxima.server;

import io.quiver.store.proxima.proto.Status;

/**
 * The status codes that the server gives, with the reasons in its own spelling.
 *
 * @author Quiver
 */
enum Code {

	SUCCESS(0, "Success"),

	ENGINE_FAILED(-1, "Runtime error"),

	ENGINE_UNSUPPORTED(-12, "Unsupported"),

	/** The only one without a reason. */
	RUNTIME_ERROR(-1000, ""),

	CONFIG_ERROR(-1004, "Config Error"),

	INVALID_ARGUMENT(-1005, "Invalid Arugment"),

	EMPTY_COLLECTION_NAME(-2000, "Empty Collection Name"),

	EMPTY_COLUMN_NAME(-2001, "Empty Column Name"),

	EMPTY_COLUMNS(-2002, "Empty Columns"),

	EMPTY_REPOSITORY_TABLE(-2003, "Empty Repository Table"),

	EMPTY_REPOSITORY_NAME(-2004, "Empty Repository Name"),

	EMPTY_USER_NAME(-2005, "Empty User Name"),

	EMPTY_PASSWORD(-2006, "Empty Password"),

	INVALID_URI(-2007, "Invalid URI"),

	INVALID_RECORD(-2009, "Invalid Record"),

	INVALID_QUERY(-2010, "Invalid Query"),

	INVALID_WRITE_REQUEST(-2012, "Invalid Write Request"),

	INVALID_REPOSITORY_TYPE(-2014, "Invalid Repository Type"),

	INVALID_DATA_TYPE(-2015, "Invalid Data Type"),

	INVALID_FEATURE(-2019, "Invalid Feature"),

	MISMATCHED_MAGIC_NUMBER(-2021, "Mismatched Magic Number"),

	MISMATCHED_INDEX_COLUMN(-2022, "Mismatched Index Column"),

	MISMATCHED_DIMENSION(-2023, "Mismatched Dimension"),

	MISMATCHED_DATA_TYPE(-2024, "Mismatched Data Type"),

	DUPLICATE_COLLECTION(-4000, "Duplicate Collection"),

	DUPLICATE_KEY(-4001, "Duplicate Key"),

	COLLECTION_NOT_EXIST(-4002, "Collection Not Exist"),

	COLUMN_NOT_EXIST(-4003, "Column Not Exist"),

	KEY_NOT_EXIST(-4004, "Key Not Exist"),

	EMPTY_LSN_CONTEXT(-4007, "Empty Lsn Context");

	private final Status status;

	Code(int code, String reason) {
		this.status = Status.newBuilder().setCode(code).setReason(reason).build();
	}

	Status status() {
		return this.status;
	}

	/** What the server says instead of an answer. */
	Refused refused() {
		return new Refused(this);
	}

}
