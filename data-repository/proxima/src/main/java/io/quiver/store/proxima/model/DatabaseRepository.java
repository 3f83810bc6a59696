package io.quiver.store.proxima.model;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The MySQL table that feeds a collection.
 *
 * @param name the name of the repository
 * @param connectionUri where the database is, such as
 * {@code mysql://localhost:3306/database}, without user and password; the process that
 * reads it insists on the port
 * @param table the name of the table
 * @param user the name of the user
 * @param password the password; {@code null} in what the server tells, where it is
 * dropped
 * @author Quiver
 * @since 0.1
 */
public record DatabaseRepository(String name, String connectionUri, String table, String user,
		@Nullable String password) {

	public DatabaseRepository {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(connectionUri, "'connectionUri' must not be null");
		Assert.notNull(table, "'table' must not be null");
		Assert.notNull(user, "'user' must not be null");
	}

	/**
	 * Return what this is, without the password, nor what may be one in the URI.
	 */
	@Override
	public String toString() {
		return "DatabaseRepository[name=%s, connectionUri=%s, table=%s, user=%s]".formatted(this.name, shownUri(),
				this.table, this.user);
	}

	/** Where a password that was not escaped ends nobody knows. */
	private String shownUri() {
		int scheme = this.connectionUri.indexOf("://");
		if (this.connectionUri.indexOf('@') >= 0) {
			return ((scheme >= 0) ? this.connectionUri.substring(0, scheme + 3) : "") + "******";
		}
		int parameters = this.connectionUri.indexOf('?');
		return (parameters >= 0) ? this.connectionUri.substring(0, parameters) : this.connectionUri;
	}

}
