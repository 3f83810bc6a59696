package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.SparseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/**
 * Makes a map of a row: values by the names of its fields, of the types that are usual
 * for those of their columns.
 *
 * @author Quiver
 */
final class RowMaps implements RowMapper<Map<String, @Nullable Object>> {

	private final List<ColumnInfo> columns;

	private final Output output;

	RowMaps(List<ColumnInfo> columns, Output output) {
		this.columns = columns;
		this.output = output;
	}

	@Override
	public Map<String, @Nullable Object> mapRow(ResultSet row, int number) throws SQLException {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		int place = 1;
		for (ColumnInfo column : this.columns) {
			map.put(column.name(), value(row, place++, column));
		}
		for (OutputExpression expression : this.output.expressions()) {
			map.put(expression.name(), row.getObject(place++));
		}
		return map;
	}

	/**
	 * Return the value of a column.
	 * @param place where it stands in the row, from 1
	 */
	static @Nullable Object value(ResultSet row, int place, ColumnInfo column) throws SQLException {
		if (row.getObject(place) == null) {
			return null;
		}
		return switch (column.kind()) {
			case VECTOR -> VectorCodec.read(Objects.requireNonNull(row.getBytes(place)));
			case SPARSE_VECTOR -> SparseVector.parse(row.getString(place));
			case TEXT, JSON, ARRAY -> row.getString(place);
			case BINARY -> row.getBytes(place);
			case BOOLEAN -> row.getBoolean(place);
			case TIME -> time(row, place, column.type().toLowerCase(Locale.ROOT));
			case NUMBER -> (column.type().toLowerCase(Locale.ROOT).startsWith("float")) ? (Object) row.getFloat(place)
					: row.getObject(place);
			default -> row.getObject(place);
		};
	}

	private static @Nullable Object time(ResultSet row, int place, String type) throws SQLException {
		if (type.startsWith("datetime") || type.startsWith("timestamp")) {
			return ServerTime.read(row, place);
		}
		if (type.startsWith("date")) {
			return row.getObject(place, LocalDate.class);
		}
		return row.getObject(place, LocalTime.class);
	}

}
