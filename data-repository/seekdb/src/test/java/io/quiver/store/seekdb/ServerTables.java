package io.quiver.store.seekdb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.quiver.store.seekdb.model.TableSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.CannotAcquireLockException;

/**
 * Makes tables and rows for tests against the real server.
 *
 * @author Quiver
 */
final class ServerTables {

	private ServerTables() {
	}

	/**
	 * Make a table anew.
	 */
	static SeekdbTable create(SeekdbClient client, String name, TableSchema schema) {
		client.tables().dropIfPresent(name);
		return client.tables().create(name, schema);
	}

	/**
	 * Refresh or rebuild an index when the server has come to its own end with that.
	 */
	static void patiently(Runnable upkeep) {
		for (int left = 300; left > 0; left--) {
			try {
				upkeep.run();
				return;
			}
			catch (CannotAcquireLockException ex) {
				LockSupport.parkNanos(100_000_000);
			}
		}
		upkeep.run();
	}

	/**
	 * Make a row.
	 * @param namesAndValues names of fields, each with its value behind it
	 */
	static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return row;
	}

}
