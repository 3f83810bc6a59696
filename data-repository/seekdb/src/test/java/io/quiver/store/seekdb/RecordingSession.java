package io.quiver.store.seekdb;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Notes statements, and finds no row that is missing.
 *
 * @author Quiver
 */
final class RecordingSession implements Session {

	private final boolean joined;

	private final List<String> sent;

	/**
	 * Create a session.
	 * @param joined whether it takes part in a transaction of the application
	 * @param sent takes the statements
	 */
	RecordingSession(boolean joined, List<String> sent) {
		this.joined = joined;
		this.sent = sent;
	}

	@Override
	public boolean isJoined() {
		return this.joined;
	}

	@Override
	public int update(Sql sql) {
		this.sent.add(sql.text());
		return (sql.text().startsWith("missing")) ? 0 : 1;
	}

	@Override
	public int[] updateEach(List<Sql> statements) {
		return statements.stream().mapToInt(this::update).toArray();
	}

	@Override
	public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
		this.sent.add("begin");
		T result = work.get();
		this.sent.add("end");
		return result;
	}

	@Override
	public <T extends @Nullable Object> List<T> query(Sql sql, ResultReader<T> reader) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Long> insertReturningKeys(Sql sql) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T extends @Nullable Object> T withVariable(String variable, long value, Supplier<T> work) {
		throw new UnsupportedOperationException();
	}

}
