package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as the server has them, in whatever type of column. What drivers
 * make of them elsewhere is moved where the zone of the machine leaves out an hour.
 *
 * @author Quiver
 */
final class ServerTime {

	private static final String OCEANBASE = "com.oceanbase.";

	private ServerTime() {
	}

	static @Nullable LocalDateTime read(ResultSet row, int place) throws SQLException {
		Object value = row.getObject(place);
		if (value == null || value instanceof LocalDateTime) {
			return (LocalDateTime) value;
		}
		if (value instanceof String text) {
			return TimeText.local(text);
		}
		return (isOceanBase(row)) ? TimeText.local(new String(row.getBytes(place), StandardCharsets.US_ASCII))
				: row.getObject(place, LocalDateTime.class);
	}

	/** It gives the server's text as bytes; what it calls a local time is moved. */
	private static boolean isOceanBase(ResultSet row) throws SQLException {
		return row.unwrap(ResultSet.class).getClass().getName().startsWith(OCEANBASE);
	}

}
