package io.quiver.spring.boot.autoconfigure.seekdb;

import java.util.Collection;
import java.util.List;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Where a server of OceanBase seekdb is, and who connects. A bean of it wins over a
 * {@code DataSource} that the properties name, too.
 *
 * @author Quiver
 * @since 0.1
 */
public interface SeekdbConnectionDetails extends StoreConnectionDetails {

	/** The port unless it is said otherwise. */
	int PORT = 2881;

	/** The database unless it is said otherwise. */
	String DATABASE = "test";

	/** The user unless it is said otherwise. */
	String USERNAME = "root";

	/**
	 * Return the JDBC URL.
	 * @return the URL, without user and password, such as
	 * {@code jdbc:mariadb://localhost:2881/test}
	 */
	String getJdbcUrl();

	/**
	 * Return who connects.
	 * @return the name of the user
	 */
	default String getUsername() {
		return USERNAME;
	}

	/**
	 * Return the password of the user.
	 * @return the password, or {@code null} for none
	 */
	default @Nullable String getPassword() {
		return null;
	}

	@Override
	default Collection<String> getSecrets() {
		String password = getPassword();
		return StringUtils.hasLength(password) ? List.of(password) : List.of();
	}

	/**
	 * Return the URL of a database for the driver that the starter brings.
	 * @param host name or address of the server
	 * @param port port of the server
	 * @param database name of the database
	 * @return the URL
	 */
	static String jdbcUrl(String host, int port, String database) {
		boolean literal = host.indexOf(':') >= 0 && !host.startsWith("[");
		return "jdbc:mariadb://%s:%d/%s".formatted((literal) ? "[" + host + "]" : host, port, database);
	}

}
