package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A statement of a driver. Without values it is not prepared, so that nothing in it is
 * taken for a parameter.
 *
 * @author Quiver
 */
final class Execution implements AutoCloseable {

	private final String text;

	private final Statement statement;

	private Execution(String text, Statement statement) {
		this.text = text;
		this.statement = statement;
	}

	static Execution of(Connection connection, Sql sql, boolean keys) throws SQLException {
		if (sql.values().isEmpty() && !keys) {
			Statement statement = connection.createStatement();
			statement.setEscapeProcessing(false);
			return new Execution(sql.text(), statement);
		}
		PreparedStatement statement = (keys) ? connection.prepareStatement(sql.text(), Statement.RETURN_GENERATED_KEYS)
				: connection.prepareStatement(sql.text());
		try {
			Parameters.bind(statement, sql.values());
			return new Execution(sql.text(), statement);
		}
		catch (SQLException | RuntimeException ex) {
			statement.close();
			throw ex;
		}
	}

	/** Setting none would take the driver as long as setting one. */
	void limit(int seconds) throws SQLException {
		if (seconds > 0) {
			this.statement.setQueryTimeout(seconds);
		}
	}

	void fetchSize(int rows) throws SQLException {
		this.statement.setFetchSize(rows);
	}

	ResultSet query() throws SQLException {
		return guarded(() -> (this.statement instanceof PreparedStatement prepared) ? prepared.executeQuery()
				: this.statement.executeQuery(this.text));
	}

	int update() throws SQLException {
		return guarded(() -> (this.statement instanceof PreparedStatement prepared) ? prepared.executeUpdate()
				: this.statement.executeUpdate(this.text));
	}

	int[] updateEach(List<Sql> statements) throws SQLException {
		if (!(this.statement instanceof PreparedStatement prepared)) {
			throw new IllegalArgumentException("Statements without values are the same");
		}
		for (Sql sql : statements) {
			Assert.isTrue(sql.text().equals(this.text), "Statements must be of the same text");
			Parameters.bind(prepared, sql.values());
			prepared.addBatch();
		}
		return guarded(prepared::executeBatch);
	}

	List<Long> insertReturningKeys() throws SQLException {
		update();
		List<Long> keys = new ArrayList<>();
		try (ResultSet rows = this.statement.getGeneratedKeys()) {
			while (rows.next()) {
				keys.add(rows.getLong(1));
			}
		}
		return keys;
	}

	/**
	 * Let the driver do something that it may stumble over if what the server said is
	 * damaged; the connection is of no use then.
	 */
	static <T extends @Nullable Object> T guarded(ExecutionStep<T> step) throws SQLException {
		try {
			return step.run();
		}
		catch (RuntimeException ex) {
			throw new SQLException("The driver could not read what the server said: " + ex, "08000", ex);
		}
	}

	@Override
	public void close() throws SQLException {
		this.statement.close();
	}

	/**
	 * A step of a driver.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface ExecutionStep<T extends @Nullable Object> {

		T run() throws SQLException;

	}

}
