package io.quiver.spring.boot.autoconfigure.seekdb;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.quiver.store.seekdb.SeekdbPool;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The JDBC URL of a store. None of its messages repeats it, since it may have a password
 * in it.
 *
 * @param prefix the name of the group of properties
 * @param text the URL
 * @author Quiver
 */
record SeekdbUrl(String prefix, String text) {

	private static final Map<String, String> DRIVERS = Map.of("mariadb", "org.mariadb.jdbc:mariadb-java-client",
			"mysql", "com.mysql:mysql-connector-j", "oceanbase", "com.oceanbase:oceanbase-client");

	private static final String SSL_MODE = "sslmode=(trust|required|verify[-_](ca|full|identity))";

	private static final String USE_SSL = "usessl=true";

	private static final Pattern WITHOUT_DATABASE = Pattern.compile("jdbc:[a-z:+]+//[^/?]*/?([?].*)?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * Return the settings of a pool.
	 */
	SeekdbPool pool() {
		if (WITHOUT_DATABASE.matcher(this.text).matches()) {
			throw new FailureAnalyzedException("The address of '%s' names no database.".formatted(this.prefix),
					"Set '%s.url' to one that ends in its name, such as jdbc:mariadb://seekdb.example.com:2881/test."
						.formatted(this.prefix));
		}
		try {
			return SeekdbPool.of(this.text);
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"The address of '%s' cannot be used. %s.".formatted(this.prefix, ex.getMessage()),
					"Set '%1$s.url' to one such as jdbc:mariadb://seekdb.example.com:2881/test, and user and password in '%1$s.username' and '%1$s.password'."
						.formatted(this.prefix));
		}
	}

	void requireDriver() {
		try {
			DriverManager.getDriver(this.text);
		}
		catch (SQLException ex) {
			String dependency = DRIVERS.get(driver());
			throw new FailureAnalyzedException(
					"There is no JDBC driver on the class path for the URL of '%s'.".formatted(this.prefix),
					(dependency != null) ? "Add the dependency '%s'.".formatted(dependency)
							: "Begin '%s.url' with jdbc:mariadb:, jdbc:mysql: or jdbc:oceanbase:."
								.formatted(this.prefix));
		}
	}

	/**
	 * Return the name of the driver in the URL.
	 */
	String driver() {
		String[] parts = this.text.toLowerCase(Locale.ROOT).split(":", 3);
		return (parts.length > 1) ? parts[1] : "";
	}

	/**
	 * Tell whether URL and options insist on TLS.
	 */
	boolean isEncrypted(Map<String, String> options) {
		StringBuilder all = new StringBuilder("?");
		options.forEach((name, value) -> all.append(name).append('=').append(value).append('&'));
		boolean said = options.keySet()
			.stream()
			.anyMatch((name) -> name.equalsIgnoreCase("sslMode") || name.equalsIgnoreCase("useSsl"));
		return insists(all.toString()) || (!said && insists(this.text));
	}

	/** OceanBase's driver overlooks the one, and for MySQL's the other is but a wish. */
	private boolean insists(String options) {
		String words = switch (driver()) {
			case "oceanbase" -> USE_SSL;
			case "mysql" -> SSL_MODE;
			default -> SSL_MODE + "|" + USE_SSL;
		};
		return Pattern.compile("[?&](" + words + ")(&|$)", Pattern.CASE_INSENSITIVE).matcher(options).find();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

}
