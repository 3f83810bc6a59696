package io.quiver.store.seekdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Rows that go to the server in statements of bounded size, one after the other within
 * one try. A statement that failed at some row has kept nothing, and is narrowed by
 * halves.
 *
 * @author Quiver
 */
final class ChunkedWrite {

	private static final int MAX_ROWS = 1000;

	/** A packet is four times as large. */
	static final long MAX_BYTES = 4 << 20;

	private final Session session;

	private final RowOutcomes outcomes;

	private final IntToLongFunction bytes;

	private final Statement statement;

	private final Together together;

	private final Deque<Span> left = new ArrayDeque<>();

	/**
	 * Create a write.
	 * @param session where the statements go
	 * @param size how many rows there are
	 * @param outcomes takes what becomes of them
	 * @param bytes tells how large a row is at most
	 * @param statement sends rows and tells the outcomes of their good end
	 * @param together tells which rows may go in one statement
	 */
	ChunkedWrite(Session session, int size, RowOutcomes outcomes, IntToLongFunction bytes, Statement statement,
			Together together) {
		this.session = session;
		this.outcomes = outcomes;
		this.bytes = bytes;
		this.statement = statement;
		this.together = together;
		this.left.push(new Span(0, size));
	}

	void run() {
		while (!this.left.isEmpty()) {
			Span span = next(this.left.pop());
			try {
				this.statement.send(span.from, span.to);
			}
			catch (DataAccessException ex) {
				if (!(ex instanceof DataIntegrityViolationException)) {
					failed(span, (this.session.isJoined()) ? SeekdbErrors.inTransaction(ex) : ex);
					return;
				}
				narrow(span, ex);
			}
		}
	}

	/** Take as many rows as go in one statement, and leave the others for the next. */
	private Span next(Span span) {
		int to = span.from + 1;
		long size = this.bytes.applyAsLong(span.from);
		while (to < span.to && to - span.from < MAX_ROWS && this.together.test(span.from, to)
				&& (size += this.bytes.applyAsLong(to)) <= MAX_BYTES) {
			to++;
		}
		if (to < span.to) {
			this.left.push(new Span(to, span.to));
		}
		return new Span(span.from, to);
	}

	/** It is no failure of a row, so that the others would fail as well. */
	private void failed(Span span, DataAccessException failure) {
		span.rows().forEach((row) -> this.outcomes.failed(row, failure));
		this.left.forEach((rest) -> rest.rows().forEach((row) -> this.outcomes.notSent(row, failure)));
	}

	private void narrow(Span span, DataAccessException failure) {
		int size = span.to - span.from;
		if (size == 1) {
			this.outcomes.refused(span.from, failure);
			return;
		}
		int middle = span.from + size / 2;
		this.left.push(new Span(middle, span.to));
		this.left.push(new Span(span.from, middle));
	}

	/**
	 * Sends rows.
	 */
	@FunctionalInterface
	interface Statement {

		/**
		 * Send the rows from one to another, exclusive.
		 */
		void send(int from, int to);

	}

	/**
	 * Tells which rows may go in one statement.
	 */
	@FunctionalInterface
	interface Together {

		/**
		 * Return whether a row may go with an earlier one.
		 */
		boolean test(int first, int row);

	}

	/**
	 * Rows that stand together.
	 *
	 * @param from the first
	 * @param to the one behind the last
	 */
	private record Span(int from, int to) {

		IntStream rows() {
			return IntStream.range(this.from, this.to);
		}

	}

}
