package io.quiver.store.seekdb;

import java.sql.Driver;
import java.util.Properties;

import org.springframework.util.ClassUtils;

/**
 * What a driver is told unless the application says otherwise.
 *
 * @author Quiver
 */
final class DriverOptions {

	private DriverOptions() {
	}

	static Properties of(SeekdbPool pool, Driver driver) {
		Properties options = new Properties();
		JdbcAddress address = pool.address();
		long connect = pool.limits().connectTimeout().toMillis();
		if (connect > 0) {
			set(options, address, "connectTimeout", Long.toString(Math.min(connect, Integer.MAX_VALUE)));
		}
		if (address.isMariaDb() || address.isMySql()) {
			// what is read and written as a timestamp, the session's own zone is set by
			// us
			set(options, address, "connectionTimeZone", "UTC");
		}
		if (address.isMariaDb()) {
			// the others send no files of the machine anyway
			set(options, address, "allowLocalInfile", "false");
		}
		if (address.isOceanBase()) {
			// else what is read is taken for a time of Shanghai
			set(options, address, "useLegacyDatetimeCode", "true");
		}
		if ((address.isMariaDb() || address.isOceanBase()) && knowsOurSockets(driver)) {
			set(options, address, "socketFactory", SeekdbSocketFactory.class.getName());
		}
		options.putAll(pool.properties());
		return options;
	}

	private static void set(Properties options, JdbcAddress address, String name, String value) {
		if (!address.has(name)) {
			options.setProperty(name, value);
		}
	}

	/** A driver of the server that the application runs in does not see its classes. */
	private static boolean knowsOurSockets(Driver driver) {
		ClassLoader loader = driver.getClass().getClassLoader();
		return ClassUtils.isVisible(SeekdbSocketFactory.class, loader);
	}

}
