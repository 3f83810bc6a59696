package io.quiver.store.seekdb;

import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * The settings of a pool in the words of HikariCP.
 *
 * @author Quiver
 */
final class HikariSettings {

	/** The least there is: a dead connection must not take a call all its time. */
	private static final long VALIDATION_MILLIS = 250;

	private HikariSettings() {
	}

	static HikariConfig of(String name, SeekdbPool settings, Connector connector) {
		SeekdbPool.Limits limits = settings.limits();
		HikariConfig config = new HikariConfig();
		config.setPoolName(name);
		config.setDataSource(connector);
		if (settings.address().isMySql()) {
			// only from the URL it knows that this driver wants its time-outs set at once
			config.setJdbcUrl(settings.address().shown());
		}
		config.setMaximumPoolSize(limits.maxSize());
		config.setMinimumIdle(limits.minIdle());
		config.setMaxLifetime(limits.maxLifetime().toMillis());
		config.setIdleTimeout(idleMillis(limits));
		config.setValidationTimeout(VALIDATION_MILLIS);
		config.setInitializationFailTimeout(-1);
		config.setExceptionOverride(new Ours());
		config.validate();
		return config;
	}

	/** It warns of what has no effect, and of what the lifetime ends before. */
	private static long idleMillis(SeekdbPool.Limits limits) {
		long idle = limits.idleTimeout().toMillis();
		long lifetime = limits.maxLifetime().toMillis();
		boolean effective = limits.minIdle() < limits.maxSize() && (lifetime == 0 || idle + 1000 <= lifetime);
		return (effective) ? idle : 0;
	}

	/**
	 * Leaves it to us which connections are thrown away: the pool would throw some away
	 * that the server has only refused something on, and write each that a deadline has
	 * cut off to the log with its stack.
	 */
	private static final class Ours implements SQLExceptionOverride {

		@java.lang.Override
		public Override adjudicate(SQLException ex) {
			return Override.DO_NOT_EVICT;
		}

	}

}
