package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Rows of a collection by position, as parameters and from results.
 *
 * @author Quiver
 */
final class SeekdbRows {

	private final CollectionSpec spec;

	private final List<SeekdbColumn> columns;

	SeekdbRows(CollectionSpec spec) {
		this.spec = spec;
		this.columns = spec.columns().stream().map((column) -> new SeekdbColumn(spec.name(), column)).toList();
	}

	CollectionSpec spec() {
		return this.spec;
	}

	SeekdbColumn column(int position) {
		return this.columns.get(position);
	}

	List<SeekdbColumn> key() {
		return this.columns.subList(0, this.spec.keySize());
	}

	/**
	 * Write the name of the table, and of the partitions that alone are meant.
	 */
	SqlBuilder table(SqlBuilder sql, List<String> partitions) {
		sql.identifier(this.spec.name());
		return (partitions.isEmpty()) ? sql : sql.append(" PARTITION(").identifiers(partitions).append(")");
	}

	/**
	 * Ask for columns; without any, for something.
	 */
	SqlBuilder select(SqlBuilder sql, Projection projection) {
		for (int i = 0; i < projection.size(); i++) {
			column(projection.column(i)).select(sql.append((i > 0) ? ", " : ""));
		}
		return (projection.size() == 0) ? sql.append("1") : sql;
	}

	/**
	 * Read the columns wanted from the row that a result stands at.
	 * @param from the place of the first of them, 1 or more
	 */
	Row read(ResultSet result, Projection projection, int from) throws SQLException {
		@Nullable Object[] values = new @Nullable Object[projection.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = column(projection.column(i)).read(result, from + i);
		}
		return Row.of(values);
	}

	/**
	 * Read a key from the row that a result stands at.
	 * @param from the place of its first part
	 */
	Key key(ResultSet result, int from) throws SQLException {
		Object[] parts = new Object[this.spec.keySize()];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = Objects.requireNonNull(column(i).read(result, from + i), "Key columns are never null");
		}
		return Key.of(parts);
	}

	/**
	 * Write the condition that a row has a key.
	 */
	SqlBuilder hasKey(SqlBuilder sql, Key key) {
		check(key);
		String separator = "";
		for (int i = 0; i < key.parts().size(); i++) {
			SeekdbColumn column = column(i);
			column.comparable(sql.append(separator)).append(" = ").bind(column.operand(key.parts().get(i)));
			separator = " AND ";
		}
		return sql;
	}

	/**
	 * Write the condition that a row has one of several keys.
	 */
	SqlBuilder hasKey(SqlBuilder sql, List<Key> keys) {
		if (keys.size() == 1) {
			return hasKey(sql, keys.get(0));
		}
		keyColumns(sql).append(" IN (");
		String separator = "";
		for (Key key : keys) {
			check(key);
			operands(sql.append(separator), key.parts());
			separator = ", ";
		}
		return sql.append(")");
	}

	private void check(Key key) {
		if (key.parts().size() != this.spec.keySize()) {
			throw new InvalidDataAccessApiUsageException("Keys of collection '%s' have %d parts, but %s has %d"
				.formatted(this.spec.name(), this.spec.keySize(), key, key.parts().size()));
		}
	}

	/**
	 * Write the key's columns, in brackets if there are several.
	 */
	SqlBuilder keyColumns(SqlBuilder sql) {
		String separator = (this.spec.keySize() > 1) ? "(" : "";
		for (SeekdbColumn column : key()) {
			column.comparable(sql.append(separator));
			separator = ", ";
		}
		return (this.spec.keySize() > 1) ? sql.append(")") : sql;
	}

	/**
	 * Write the parts of a key to be compared with {@link #keyColumns}.
	 */
	SqlBuilder operands(SqlBuilder sql, List<?> parts) {
		String separator = (parts.size() > 1) ? "(" : "";
		for (int i = 0; i < parts.size(); i++) {
			sql.append(separator).bind(column(i).operand(parts.get(i)));
			separator = ", ";
		}
		return (parts.size() > 1) ? sql.append(")") : sql;
	}

}
