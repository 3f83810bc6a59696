package io.quiver.store.seekdb;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quiver.store.seekdb.model.TableSchema;
import org.jspecify.annotations.Nullable;

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
		SeekdbTable table = client.table(name);
		table.dropIfPresent();
		table.create(schema);
		return table;
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
