package io.quiver.store.seekdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.quiver.data.policy.NotSentException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.util.Assert;

/**
 * A connection that is lent out, with the deadline of the call it is lent for.
 *
 * @author Quiver
 */
final class JdbcSession implements Session, AutoCloseable {

	private static final Log logger = LogFactory.getLog(JdbcSession.class);

	/**
	 * Rows that are kept in memory at once by a driver that can read them as they come.
	 */
	private static final int FETCH_SIZE = 100;

	private final Loan loan;

	private final Connection connection;

	private final Lease lease;

	private final NetworkTime networkTime;

	private boolean broken;

	private boolean raw;

	private final List<DataAccessException> failures = new ArrayList<>();

	/**
	 * Take a connection over.
	 * @throws DataAccessException if its time is over already; it is given back then
	 */
	JdbcSession(Loan loan, Lease lease) {
		this.loan = loan;
		this.connection = loan.connection();
		this.lease = lease;
		this.networkTime = NetworkTime.of(loan, lease.deadline());
		lease.cutBy(loan::cut);
		if (lease.isCut()) {
			loan.giveBack(false);
			throw new NotSentException("The call was ended before it had a connection");
		}
	}

	@Override
	public boolean isJoined() {
		return this.loan.isJoined();
	}

	@Override
	public <T extends @Nullable Object> List<T> query(Sql sql, ResultReader<T> reader) {
		return run(sql, (statement) -> read(sql, statement, reader));
	}

	private <T extends @Nullable Object> List<T> read(Sql sql, Execution statement, ResultReader<T> reader)
			throws SQLException {
		statement.fetchSize(FETCH_SIZE);
		List<T> result = new ArrayList<>();
		try (ResultSet rows = statement.query()) {
			while (next(rows)) {
				result.add(reader.read(rows));
			}
		}
		return result;
	}

	private boolean next(ResultSet rows) throws SQLException {
		if (this.lease.isCut()) {
			throw new SQLException("The connection was cut off", "08000");
		}
		return Execution.guarded(rows::next);
	}

	@Override
	public int update(Sql sql) {
		return run(sql, Execution::update);
	}

	@Override
	public int[] updateEach(List<Sql> statements) {
		Assert.notEmpty(statements, "'statements' must not be empty");
		return run(statements.get(0), (statement) -> statement.updateEach(statements));
	}

	@Override
	public List<Long> insertReturningKeys(Sql sql) {
		return run(sql, true, Execution::insertReturningKeys);
	}

	private <T extends @Nullable Object> T run(Sql sql, ExecutionWork<T> work) {
		return run(sql, false, work);
	}

	private <T extends @Nullable Object> T run(Sql sql, boolean keys, ExecutionWork<T> work) {
		checkTime();
		try {
			this.networkTime.begin();
			try (Execution execution = Execution.of(this.connection, sql, keys)) {
				execution.limit(this.loan.secondsLeft());
				return work.run(execution);
			}
		}
		catch (SQLException ex) {
			throw failed(sql.text(), ex);
		}
	}

	/**
	 * Translate a failure on this connection, and note what that makes of it.
	 */
	DataAccessException failed(@Nullable String sql, SQLException ex) {
		return own(translated(sql, ex));
	}

	/** In a transaction of the application what fails cannot be tried again alone. */
	private DataAccessException own(DataAccessException failure) {
		DataAccessException told = (isJoined()) ? SeekdbErrors.inTransaction(failure) : failure;
		this.failures.add(told);
		return told;
	}

	/**
	 * Return whether a failure is one of this connection, or has one as its cause, and
	 * not one of what an application did with it.
	 */
	boolean hasFailedWith(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (this.failures.contains(cause)) {
				return true;
			}
		}
		return false;
	}

	private void checkTime() {
		try {
			this.lease.deadline().check();
		}
		catch (QueryTimeoutException ex) {
			throw own(ex);
		}
	}

	private DataAccessException translated(@Nullable String sql, SQLException ex) {
		if (this.lease.isCut()) {
			return timeout(ex);
		}
		if (SeekdbErrors.isBroken(ex)) {
			this.broken = true;
			if (this.lease.deadline().isOver()) {
				return timeout(ex);
			}
		}
		return SeekdbErrors.translate("A statement", sql, ex);
	}

	private DataAccessException timeout(SQLException ex) {
		return (this.lease.deadline().isOver())
				? new QueryTimeoutException("The call did not end in its time, and its connection was cut off", ex)
				: new TransientDataAccessResourceException("The call was ended, and its connection was cut off", ex);
	}

	@Override
	public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
		return (begin()) ? whole(work) : part(work);
	}

	/**
	 * Return whether there is a transaction, be it ours or the application's.
	 */
	boolean isInTransaction() {
		try {
			return !this.connection.getAutoCommit();
		}
		catch (SQLException ex) {
			throw failed(null, ex);
		}
	}

	private boolean begin() {
		try {
			if (!this.connection.getAutoCommit()) {
				return false;
			}
			this.networkTime.begin();
			this.connection.setAutoCommit(false);
			return true;
		}
		catch (SQLException ex) {
			throw failed(null, ex);
		}
	}

	private <T extends @Nullable Object> T whole(Supplier<T> work) {
		boolean done = false;
		try {
			T result = work.get();
			checkTime();
			this.connection.commit();
			done = true;
			return result;
		}
		catch (SQLException ex) {
			throw failed(null, ex);
		}
		finally {
			end(done);
		}
	}

	/** The transaction around it may go on without it. */
	private <T extends @Nullable Object> T part(Supplier<T> work) {
		Savepoint before = savepoint();
		boolean done = false;
		try {
			T result = work.get();
			done = true;
			return result;
		}
		finally {
			end(before, done);
		}
	}

	private Savepoint savepoint() {
		try {
			this.networkTime.begin();
			return this.connection.setSavepoint();
		}
		catch (SQLException ex) {
			throw failed(null, ex);
		}
	}

	private void end(Savepoint before, boolean done) {
		if (this.broken) {
			return;
		}
		try {
			if (done) {
				this.connection.releaseSavepoint(before);
			}
			else {
				this.connection.rollback(before);
			}
		}
		catch (SQLException ex) {
			this.broken = true;
			logger.debug("A part of a transaction could not be ended; its connection is thrown away", ex);
		}
	}

	/** What goes wrong here must not hide why the work failed. */
	private void end(boolean done) {
		try {
			if (!done && !this.broken) {
				this.connection.rollback();
			}
			this.connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			this.broken = true;
			logger.debug("A transaction could not be ended; its connection is thrown away", ex);
		}
	}

	@Override
	public <T extends @Nullable Object> T withVariable(String variable, long value, Supplier<T> work) {
		long before = variable(variable);
		set(variable, value);
		try {
			return work.get();
		}
		finally {
			restore(variable, before);
		}
	}

	/**
	 * Return the value of a session variable.
	 */
	long variable(String variable) {
		return query(Sql.of("SELECT @@" + checked(variable)), (row) -> row.getLong(1)).get(0);
	}

	void set(String variable, long value) {
		update(new SqlBuilder().append("SET " + checked(variable) + " = ").bind(value).build());
	}

	void restore(String variable, long value) {
		try {
			set(variable, value);
		}
		catch (DataAccessException ex) {
			this.broken = true;
			logger.debug("A session variable could not be restored; its connection is thrown away", ex);
		}
	}

	private static String checked(String variable) {
		Assert.isTrue(variable.matches("[a-z_]+"), "'variable' must be the name of a session variable");
		return variable;
	}

	Connection connection() {
		return this.connection;
	}

	/**
	 * Return after what time a statement ends because its transaction has no more.
	 * @return the seconds, 0 for no limit
	 */
	int secondsLeft() {
		return this.loan.secondsLeft();
	}

	/**
	 * Say that others are going to use the connection, who know nothing of deadlines.
	 */
	void beginRaw() {
		checkTime();
		this.raw = true;
		try {
			this.networkTime.begin();
		}
		catch (SQLException ex) {
			throw failed(null, ex);
		}
	}

	@Override
	public void close() {
		boolean whole = this.lease.end() && !this.broken;
		if (whole) {
			whole = this.networkTime.end() && (!this.raw || this.loan.endTransaction());
		}
		this.loan.giveBack(whole);
	}

}
