package io.quiver.store.seekdb;

import java.sql.SQLException;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * The errors of server and driver in Spring's words, told apart by their codes: states
 * and exception classes say otherwise for some of them.
 *
 * @author Quiver
 */
final class SeekdbErrors {

	/** What drivers say of connections; codes of their own are not above 0. */
	private static final String CONNECTION = "08";

	private SeekdbErrors() {
	}

	/**
	 * Translate a failure on a connection.
	 * @param subject what was done
	 * @param sql the statement, shown where nothing better is known, or {@code null}
	 */
	static DataAccessException translate(String subject, @Nullable String sql, SQLException ex) {
		if (isBroken(ex)) {
			return new TransientDataAccessResourceException(
					message(subject, ex) + "; the connection broke while it was under way", ex);
		}
		String message = message(subject, ex);
		return switch (ErrorKind.of(ex.getErrorCode())) {
			case DUPLICATE_KEY -> new DuplicateKeyException(message, ex);
			case CONFLICT, BAD_VALUE -> new DataIntegrityViolationException(message, ex);
			case MISSING -> new InvalidDataAccessResourceUsageException(message, ex);
			case BAD_USAGE -> new InvalidDataAccessApiUsageException(message, ex);
			case TOO_LARGE -> new InvalidDataAccessApiUsageException(
					message + "; write fewer or smaller rows at once, or raise max_allowed_packet of the server", ex);
			case DENIED -> new PermissionDeniedDataAccessException(message, ex);
			case TIMEOUT -> new QueryTimeoutException(message, ex);
			case LOCKED -> new CannotAcquireLockException(message, ex);
			case BUSY -> new TransientDataAccessResourceException(message, ex);
			case OTHER -> (ex.getErrorCode() > 0) ? new UncategorizedSQLException(subject, sql, ex)
					: new InvalidDataAccessApiUsageException(message, ex);
		};
	}

	/**
	 * Translate a failure to connect: nothing was sent, and only what is wrong with login
	 * or address stays wrong.
	 */
	static DataAccessException notConnected(String address, Exception ex, Deadline deadline) {
		if (ex instanceof SQLException sql && isLasting(sql)) {
			return translate("Connecting to " + address, null, sql);
		}
		String reason = (ex instanceof SQLException sql) ? reason(sql) : String.valueOf(ex.getMessage());
		return new NotSentException(
				"Nothing was sent: no connection to %s could be made: %s".formatted(address, reason),
				(deadline.isOver()) ? new QueryTimeoutException("The call did not begin in its time", ex) : ex);
	}

	private static boolean isLasting(SQLException ex) {
		ErrorKind kind = ErrorKind.of(ex.getErrorCode());
		return kind == ErrorKind.DENIED || kind == ErrorKind.MISSING;
	}

	/**
	 * Return what a call fails with that was part of an application's transaction: what
	 * might pass does not, as long as the transaction is not begun again.
	 */
	static DataAccessException inTransaction(DataAccessException ex) {
		if (!StoreFaults.isPassing(ex)) {
			return ex;
		}
		String message = ex.getMessage() + "; roll the transaction back and begin it again";
		return (StoreFaults.isFault(ex)) ? new DataAccessResourceFailureException(message, ex)
				: new RecoverableDataAccessException(message, ex);
	}

	/** For what comes after {@code close()}. */
	static DataAccessException closed() {
		String message = "The client of seekdb is closed";
		return new NonTransientDataAccessResourceException(message, new IllegalStateException(message));
	}

	/**
	 * Tell whether a connection is of no use any more.
	 */
	static boolean isBroken(SQLException ex) {
		int code = ex.getErrorCode();
		return code == ErrorKind.CLOSED
				|| (code <= 0 && ex.getSQLState() != null && ex.getSQLState().startsWith(CONNECTION));
	}

	private static String message(String subject, SQLException ex) {
		return subject + " failed: " + reason(ex);
	}

	private static String reason(SQLException ex) {
		return "%s (error %d, state %s)".formatted(ex.getMessage(), ex.getErrorCode(), ex.getSQLState());
	}

}
