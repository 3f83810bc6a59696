package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do beside the operations of every store.
 *
 * @author Quiver
 */
final class SeekdbOperations {

	/** SQL of the application that reads. */
	static final Operation SQL_QUERY = Operation.read("sql-query");

	/** SQL of the application that may do anything. */
	static final Operation SQL = Operation.write("sql");

	/** Work of the application with one connection. */
	static final Operation SESSION = Operation.write("session");

	static final Operation VERSION = Operation.read("version");

	static final Set<Operation> ALL = Stream
		.of(StoreOperations.ALL, TableOperations.ALL, Set.of(SQL_QUERY, SQL, SESSION, VERSION))
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	/** What comes before them is white space alone: a comment may hold anything. */
	private static final Pattern READS = Pattern.compile("\\s*(select|show|explain|describe|desc)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** Of a query that does not only read: locks, files and variables. */
	private static final Pattern WRITES = Pattern.compile("\\b(for\\s+update|into)\\b|;|:=", Pattern.CASE_INSENSITIVE);

	private SeekdbOperations() {
	}

	/**
	 * Return what a statement of the application is. Only what plainly reads may be
	 * repeated.
	 * @param sql the statement, or {@code null} if it is not known
	 */
	static Operation of(@Nullable String sql) {
		boolean reads = sql != null && READS.matcher(sql).matches() && !WRITES.matcher(sql).find();
		return (reads) ? SQL_QUERY : SQL;
	}

	/**
	 * Return an operation with a time-out of its own in place of the store's, or as it is
	 * if there is none.
	 */
	static Operation within(Operation operation, @Nullable Duration timeout) {
		return (timeout != null) ? operation.unlimited().within(timeout) : operation;
	}

}
