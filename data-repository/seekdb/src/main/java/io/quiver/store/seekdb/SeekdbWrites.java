package io.quiver.store.seekdb;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.StoreOperations;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.Writes;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Writes of the port. To save and insert is a statement for many rows, which keeps
 * nothing if it fails at one of them and is narrowed then. An update, and what compares a
 * version, is a statement for each row, since the server tells of many only how many it
 * has found.
 *
 * @author Quiver
 */
final class SeekdbWrites {

	/** How many rows one statement deletes. */
	private static final int MAX_DELETED = 1000;

	private final SeekdbCalls calls;

	private final Writes writes;

	SeekdbWrites(SeekdbCalls calls) {
		this.calls = calls;
		this.writes = new Writes(calls.door());
	}

	WriteResult write(SeekdbRows rows, WriteRequest request) {
		return this.writes.write(StoreOperations.write(request), request, (left, attempt) -> {
			WriteStatements statements = new WriteStatements(rows, left);
			return this.calls.session(attempt, (session, same) -> {
				RowOutcomes outcomes = new RowOutcomes(statements.size());
				boolean inserts = left.mode() == WriteMode.INSERT || left.mode() == WriteMode.SAVE;
				new ChunkedWrite(statements.size(), outcomes, (row) -> (inserts) ? statements.bytes(row) : 0,
						(from, to) -> send(session, statements, left, outcomes, from, to),
						(row) -> !inserts || statements.isKeyless(row))
					.run();
				return outcomes.result(statements::keyOf);
			});
		});
	}

	private static void send(Session session, WriteStatements statements, WriteRequest request, RowOutcomes outcomes,
			int from, int to) {
		if (request.mode() == WriteMode.UPDATE || request.mode() == WriteMode.MERGE) {
			found(session.update(statements.update(from)), request.expectedVersions() != null, outcomes, from,
					request.collection().name());
		}
		else if (statements.isKeyless(from)) {
			long made = session.insertReturningKeys(statements.insert(from, to)).get(0);
			outcomes.made(from, statements.keyOf(from, made));
		}
		else {
			session.update(statements.insert(from, to));
			outcomes.done();
			IntStream.range(from, to)
				.filter(statements::isKeyMade)
				.forEach((row) -> outcomes.made(row, statements.keyOf(row)));
		}
	}

	private static void found(int rows, boolean versions, RowOutcomes outcomes, int row, String collection) {
		if (rows > 0) {
			outcomes.done();
		}
		else if (versions) {
			outcomes.refused(row, new OptimisticLockingFailureException(
					"Row %d is gone from '%s', or has another version".formatted(row, collection)));
		}
		else {
			outcomes.refused(row, new IncorrectUpdateSemanticsDataAccessException(
					"Row %d is not in '%s', so that it cannot be updated".formatted(row, collection)));
		}
	}

	WriteResult delete(SeekdbRows rows, DeleteRequest request) {
		return this.writes.delete(StoreOperations.delete(request), request,
				(left, attempt) -> this.calls.session(attempt, (session, same) -> {
					RowOutcomes outcomes = new RowOutcomes(left.keys().size());
					List<Long> versions = left.expectedVersions();
					new ChunkedWrite(left.keys().size(), outcomes, (row) -> 0, (from, to) -> {
						int deleted = session.update(delete(rows, left, from, to));
						if (versions != null) {
							found(deleted, true, outcomes, from, left.collection().name());
						}
						else {
							outcomes.absent(to - from - deleted);
						}
					}, (row) -> versions != null).run();
					return outcomes.result(left.keys()::get);
				}));
	}

	static Sql delete(SeekdbRows rows, DeleteRequest request, int from, int to) {
		SqlBuilder sql = rows.table(new SqlBuilder().append("DELETE FROM "),
				WriteStatements.partitions(request.options().partition()));
		rows.hasKey(sql.append(" WHERE "), request.keys().subList(from, to));
		return WriteStatements.version(sql, rows, request.expectedVersions(), from).build();
	}

	/**
	 * Delete the rows of a condition in pieces, since a large one would take longer than
	 * any deadline; what earlier tries have deleted counts.
	 */
	long deleteWhere(SeekdbRows rows, @Nullable Filter filter, WriteOptions options) {
		Operation operation = StoreOperations.DELETE_WHERE.on(rows.spec().name()).within(options.timeout());
		SqlBuilder sql = rows.table(new SqlBuilder().append("DELETE FROM "),
				WriteStatements.partitions(options.partition()));
		Sql piece = new SeekdbFilters(rows).where(sql, filter).append(" LIMIT ").bind(MAX_DELETED).build();
		AtomicLong deleted = new AtomicLong();
		return this.calls.<Long>call(operation, (session, attempt) -> {
			int found;
			do {
				found = session.update(piece);
				attempt.written(deleted.addAndGet(found));
			}
			while (found == MAX_DELETED);
			return deleted.get();
		});
	}

	/** Whether a failure is that of a row, of which the others know nothing. */
	static boolean isOfRow(RuntimeException failure) {
		return failure instanceof DataIntegrityViolationException;
	}

}
