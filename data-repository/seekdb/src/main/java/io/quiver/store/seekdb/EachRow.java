package io.quiver.store.seekdb;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import io.quiver.data.store.Key;

import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Rows of which each has a statement, since of many the server tells only how many it has
 * found. Some of them are a transaction, which is several times faster; their order there
 * is that of the keys, as the server does not notice when two wait for each other. In a
 * transaction of the application each is sent alone, so that one that fails has done
 * nothing.
 *
 * @author Quiver
 */
final class EachRow {

	/** How many rows are locked at once, at most. */
	private static final int MAX_ROWS = 100;

	private final Session session;

	private final String collection;

	private final IntFunction<Key> keys;

	private final IntFunction<Sql> statements;

	private final boolean versions;

	private final RowOutcomes outcomes;

	/**
	 * Create the rows.
	 * @param session where they are sent
	 * @param collection the collection, for messages
	 * @param keys tells the key of a row
	 * @param statements makes the statement of a row
	 * @param versions whether a row that is not found may have another version
	 * @param outcomes takes what becomes of them
	 */
	EachRow(Session session, String collection, IntFunction<Key> keys, IntFunction<Sql> statements, boolean versions,
			RowOutcomes outcomes) {
		this.session = session;
		this.collection = collection;
		this.keys = keys;
		this.statements = statements;
		this.versions = versions;
		this.outcomes = outcomes;
	}

	/**
	 * Send them all.
	 * @param size how many there are
	 * @param bytes tells how large a row is at most
	 */
	void run(int size, IntToLongFunction bytes) {
		long least = ChunkedWrite.MAX_BYTES / MAX_ROWS;
		new ChunkedWrite(this.session, size, this.outcomes, (row) -> Math.max(least, bytes.applyAsLong(row)),
				this::send, (first, row) -> !this.session.isJoined())
			.run();
	}

	private void send(int from, int to) {
		if (to - from == 1) {
			found(this.session.update(this.statements.apply(from)), from);
			return;
		}
		List<Integer> order = IntStream.range(from, to)
			.boxed()
			.sorted(Comparator.comparing((row) -> this.keys.apply(row).toString()))
			.toList();
		List<Sql> sorted = order.stream().map(this.statements::apply).toList();
		int[] found = this.session.inTransaction(() -> this.session.updateEach(sorted));
		for (int i = 0; i < found.length; i++) {
			found(found[i], order.get(i));
		}
	}

	private void found(int rows, int row) {
		if (rows > 0) {
			this.outcomes.done();
		}
		else if (this.versions) {
			this.outcomes.refused(row,
					new OptimisticLockingFailureException("Row %.80s is gone from '%s', or has another version"
						.formatted(this.keys.apply(row), this.collection)));
		}
		else {
			this.outcomes.refused(row,
					new IncorrectUpdateSemanticsDataAccessException(
							"Row %.80s is not in '%s', so that it cannot be updated".formatted(this.keys.apply(row),
									this.collection)));
		}
	}

}
