package io.quiver.spring.boot.autoconfigure.seekdb;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of a store in OceanBase seekdb, below {@code quiver.stores.<name>.seekdb}.
 *
 * @param url JDBC URL, whose scheme names the driver, without user and password. By
 * default, that of host, port and database for the MariaDB driver.
 * @param host Name or address of the server. By default, localhost.
 * @param port Port of the server. By default, 2881.
 * @param database Name of the database. By default, test.
 * @param username User who connects, such as root, or root@tenant in OceanBase. By
 * default, root.
 * @param password Password of the user. By default, none.
 * @param parameters Options of the driver by their names, which win over those of the
 * url. By default, none.
 * @param useExisting Name of the application's DataSource bean that connections are taken
 * from, and whose transactions calls take part in. By default, none, but a pool of the
 * store's own.
 * @param efSearch How many candidates an approximate search looks at that does not say, 1
 * to 160000. By default, 64, the server's own.
 * @param lockTimeout How long a statement waits for a lock, since the server finds no
 * deadlocks, at least 1ms. By default, 5s.
 * @param queryTimeout After what time the server itself ends a statement that nobody
 * waits for any more, at least 1ms. By default, 5s more than the longest time-out of a
 * call.
 * @param organization How the rows of new tables are kept: in the order of their keys, or
 * of their arrival, which hybrid search by the server needs.
 * @param syncMode When the vector indexes of new tables take up what is written: with the
 * write, or a moment later, which is faster but only for organization heap.
 * @param refresh When what is written to a table whose vector indexes follow a moment
 * later is found by them: at the server's own pace, before the call that writes it
 * returns, or before the next search by this application; either makes somebody wait for
 * the server.
 * @author Quiver
 * @since 0.1
 */
public record SeekdbProperties(@Nullable String url, @Nullable String host, @Nullable Integer port,
		@Nullable String database, @Nullable String username, @Nullable String password,
		@DefaultValue Map<String, String> parameters, @Nullable String useExisting, @Nullable Integer efSearch,
		@Nullable Duration lockTimeout, @Nullable Duration queryTimeout,
		@DefaultValue("index") Organization organization, @DefaultValue("immediate") SyncMode syncMode,
		@DefaultValue("none") Refresh refresh) {

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

	/**
	 * How the rows of a table are kept.
	 */
	public enum Organization {

		/** In the order of their keys. */
		INDEX,
		/** In the order of their arrival. */
		HEAP

	}

	/**
	 * When a vector index takes up what is written.
	 */
	public enum SyncMode {

		/** With the write itself. */
		IMMEDIATE,
		/** A moment after the write. */
		ASYNC

	}

	/**
	 * When a vector index that follows a moment later is made to take up what was
	 * written.
	 */
	public enum Refresh {

		/** Never: it does so at the server's own pace. */
		NONE,
		/**
		 * Before the call that writes returns, in a transaction before its commit does.
		 */
		AFTER_WRITE,
		/** Before the next search by it, if this application has written since. */
		ON_DEMAND

	}

}
