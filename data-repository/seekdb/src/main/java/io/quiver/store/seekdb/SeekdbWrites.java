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
import io.quiver.store.seekdb.ChunkedWrite.Together;
import org.jspecify.annotations.Nullable;

/**
 * Writes of the port. To save and insert is a statement for many rows, which keeps
 * nothing if it fails at one of them and is narrowed then. An update, and what compares a
 * version, is a statement for {@linkplain EachRow each row}.
 *
 * @author Quiver
 */
final class SeekdbWrites {

	/** How many rows one statement deletes. */
	private static final int MAX_DELETED = 1000;

	private static final String COUNTED = "SELECT @@auto_increment_increment = 1 AND LOWER(VERSION()) LIKE '%seekdb%'";

	private final SeekdbCalls calls;

	private final Writes writes;

	private final SeekdbRefresh refresh;

	SeekdbWrites(SeekdbCalls calls, SeekdbRefresh refresh) {
		this.calls = calls;
		this.refresh = refresh;
		this.writes = new Writes(calls.door());
	}

	WriteResult write(SeekdbRows rows, WriteRequest request) {
		boolean inserts = request.mode() == WriteMode.INSERT || request.mode() == WriteMode.SAVE;
		return this.writes.write(StoreOperations.write(request), request, (left, attempt) -> {
			WriteStatements statements = new WriteStatements(rows, left);
			KeyLimit limit = KeyLimit.of(left);
			RowOutcomes outcomes = new RowOutcomes(statements.size());
			return this.calls.session(attempt, (session, same) -> {
				try {
					if (inserts) {
						new ChunkedWrite(session, statements.size(), outcomes, statements::bytes, (from, to) -> {
							limit.check(from, to);
							insert(session, statements, outcomes, from, to);
						}, together(session, statements)).run();
					}
					else {
						new EachRow(session, left.collection().name(), statements::keyOf, statements::update,
								left.expectedVersions() != null, outcomes)
							.run(statements.size(), statements::bytes);
					}
					return outcomes.result(statements::keyOf);
				}
				finally {
					this.refresh.written(session, left);
				}
			});
		});
	}

	/**
	 * The keys that seekdb makes in a statement follow each other, so that the first
	 * tells all. Of a cluster of OceanBase that is not known, nor of other steps.
	 */
	private static Together together(Session session, WriteStatements statements) {
		boolean counted = statements.keyless() > 1
				&& session.query(Sql.of(COUNTED), (result) -> result.getBoolean(1)).get(0);
		return (first, row) -> statements.isKeyless(first) == statements.isKeyless(row)
				&& (counted || !statements.isKeyless(row));
	}

	private static void insert(Session session, WriteStatements statements, RowOutcomes outcomes, int from, int to) {
		if (statements.isKeyless(from)) {
			long first = session.insertReturningKeys(statements.insert(from, to)).get(0);
			IntStream.range(from, to).forEach((row) -> outcomes.made(row, statements.keyOf(row, first + row - from)));
			return;
		}
		session.update(statements.insert(from, to));
		outcomes.done();
		IntStream.range(from, to)
			.filter(statements::isKeyMade)
			.forEach((row) -> outcomes.made(row, statements.keyOf(row)));
	}

	WriteResult delete(SeekdbRows rows, DeleteRequest request) {
		return this.writes.delete(StoreOperations.delete(request), request, (left, attempt) -> {
			int size = left.keys().size();
			RowOutcomes outcomes = new RowOutcomes(size);
			return this.calls.session(attempt, (session, same) -> {
				if (left.expectedVersions() != null) {
					new EachRow(session, left.collection().name(), left.keys()::get,
							(row) -> delete(rows, left, row, row + 1), true, outcomes)
						.run(size, (row) -> 0);
				}
				else {
					new ChunkedWrite(session, size, outcomes, (row) -> 0,
							(from, to) -> outcomes.absent(to - from - session.update(delete(rows, left, from, to))),
							(first, row) -> true)
						.run();
				}
				return outcomes.result(left.keys()::get);
			});
		});
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

}
