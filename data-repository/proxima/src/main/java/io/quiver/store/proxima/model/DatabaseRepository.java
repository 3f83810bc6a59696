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
	 * Return what this is, without the password.
	 */
	@Override
	public String toString() {
		return "DatabaseRepository[name=%s, connectionUri=%s, table=%s, user=%s]".formatted(this.name,
				this.connectionUri, this.table, this.user);
	}

}
