package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Condition.EveryRow;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Statements that change the rows of a table.
 *
 * @author Quiver
 */
final class RowStatements {

	private final TableDescription table;

	RowStatements(TableDescription table) {
		this.table = table;
	}

	/**
	 * Insert rows.
	 * @param columns the names of the columns that have values
	 * @param rows the values of each row, in the order of the columns, as they are bound
	 */
	Sql insert(WriteVerb verb, @Nullable String partition, List<String> columns, List<List<@Nullable Object>> rows) {
		SqlBuilder sql = new SqlBuilder().append((verb == WriteVerb.REPLACE) ? "REPLACE INTO " : "INSERT INTO ");
		only(sql, (partition != null) ? List.of(partition) : List.of());
		sql.append(" (").identifiers(columns).append(") VALUES ");
		String separator = "(";
		for (List<@Nullable Object> row : rows) {
			sql.append(separator).bindAll(row).append(")");
			separator = ", (";
		}
		if (verb == WriteVerb.UPSERT) {
			onDuplicate(sql, columns);
		}
		return sql.build();
	}

	/** Where the key is all there is, setting it to itself leaves the row as it is. */
	private void onDuplicate(SqlBuilder sql, List<String> columns) {
		List<String> others = columns.stream().filter((column) -> !isKey(column)).toList();
		String separator = " ON DUPLICATE KEY UPDATE ";
		for (String column : (others.isEmpty()) ? columns.subList(0, 1) : others) {
			sql.append(separator).identifier(column).append(" = VALUES(").identifier(column).append(")");
			separator = ", ";
		}
	}

	private boolean isKey(String column) {
		return this.table.primaryKey().stream().anyMatch(column::equalsIgnoreCase);
	}

	Sql update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		if (values.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("An update of '" + this.table.name() + "' must set a value");
		}
		SqlBuilder sql = only(new SqlBuilder().append("UPDATE "), selection.partitions());
		String separator = " SET ";
		for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
			sql.append(separator)
				.identifier(value.getKey())
				.append(" = ")
				.bind(FieldValues.of(this.table.column(value.getKey()), value.getValue()));
			separator = ", ";
		}
		return where(sql, selection).build();
	}

	Sql delete(Selection selection) {
		return where(only(new SqlBuilder().append("DELETE FROM "), selection.partitions()), selection).build();
	}

	Sql count(Selection selection) {
		return where(only(new SqlBuilder().append("SELECT COUNT(*) FROM "), selection.partitions()), selection).build();
	}

	/**
	 * Add the table, and the partitions that are meant.
	 */
	SqlBuilder only(SqlBuilder sql, Collection<String> partitions) {
		return PartitionStatements.only(TableStatements.name(sql, this.table.name()), partitions);
	}

	/**
	 * Add which rows are meant, but for their partitions.
	 * @param more what must be true beside that
	 */
	SqlBuilder where(SqlBuilder sql, Selection selection, Sql... more) {
		String separator = " WHERE ";
		for (Sql condition : more) {
			sql.append(separator).append(condition);
			separator = " AND ";
		}
		List<List<Object>> ids = selection.ids();
		if (ids != null) {
			sql.append(separator);
			ids(sql, ids);
			separator = " AND ";
		}
		Condition where = selection.where();
		if (where != null && !(where instanceof EveryRow)) {
			ConditionSql.append(sql.append(separator), this.table, where);
		}
		return sql;
	}

	private void ids(SqlBuilder sql, List<List<Object>> ids) {
		if (ids.isEmpty()) {
			sql.append("1 = 0");
			return;
		}
		List<String> key = this.table.primaryKey();
		boolean composite = key.size() > 1;
		sql.append((composite) ? "(" : "").identifiers(key).append((composite) ? ") IN (" : " IN (");
		String separator = "";
		for (List<Object> id : ids) {
			sql.append(separator).append((composite) ? "(" : "");
			sql.bindAll(id(id)).append((composite) ? ")" : "");
			separator = ", ";
		}
		sql.append(")");
	}

	private List<@Nullable Object> id(List<Object> id) {
		List<String> key = this.table.primaryKey();
		if (key.isEmpty() || id.size() != key.size()) {
			throw new InvalidDataAccessApiUsageException("An id of '" + this.table.name() + "' must have a value for "
					+ ((key.isEmpty()) ? "its primary key, which it has none of: use a condition"
							: "each of " + key + ", not " + id.size()));
		}
		List<@Nullable Object> values = new ArrayList<>(id.size());
		for (int i = 0; i < id.size(); i++) {
			ColumnInfo column = this.table.column(key.get(i));
			values.add(FieldValues.compared(this.table.name(), column, id.get(i)));
		}
		return values;
	}

	/**
	 * What becomes of a row whose key is there.
	 */
	enum WriteVerb {

		/** It is a failure. */
		INSERT,

		/** The row that is there gives way to the new one. */
		REPLACE,

		/** The row that is there takes the values that the new one has. */
		UPSERT

	}

}
