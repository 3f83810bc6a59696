package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quiver.data.store.Row;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a page: the columns sorted by, then the key.
 *
 * @author Quiver
 */
final class RowOrder {

	private final SeekdbRows rows;

	private final List<SortKey> sort;

	RowOrder(SeekdbRows rows, List<SortKey> sort) {
		this.rows = rows;
		this.sort = sort;
	}

	/**
	 * Write the order.
	 */
	SqlBuilder write(SqlBuilder sql) {
		sql.append(" ORDER BY ");
		for (SortKey step : this.sort) {
			SeekdbColumn column = this.rows.column(step.column());
			// the server puts nulls first going up and last going down
			if (column.nullable() && step.nullsFirst() == step.descending()) {
				sql.identifier(column.name()).append(" IS NULL").append((step.nullsFirst()) ? " DESC, " : ", ");
			}
			column.comparable(sql).append((step.descending()) ? " DESC, " : ", ");
		}
		return key(sql);
	}

	/**
	 * Write the key as the last steps of an order.
	 */
	SqlBuilder key(SqlBuilder sql) {
		String separator = "";
		for (SeekdbColumn column : this.rows.key()) {
			column.comparable(sql.append(separator));
			separator = ", ";
		}
		return sql;
	}

	/**
	 * Write the condition that a row comes behind another one.
	 * @param last the values of the columns sorted by and of the key
	 */
	SqlBuilder behind(SqlBuilder sql, Row last) {
		return behind(sql, last, 0);
	}

	private SqlBuilder behind(SqlBuilder sql, Row last, int at) {
		if (at == this.sort.size()) {
			List<Object> key = new ArrayList<>();
			for (int i = at; i < at + this.rows.key().size(); i++) {
				key.add(Objects.requireNonNull(last.get(i), "Key columns are never null"));
			}
			return this.rows.operands(this.rows.keyColumns(sql).append(" > "), key);
		}
		SortKey step = this.sort.get(at);
		SeekdbColumn column = this.rows.column(step.column());
		Object value = last.get(at);
		further(sql.append("("), column, step, value).append(" OR (");
		if (value == null) {
			sql.identifier(column.name()).append(" IS NULL");
		}
		else {
			column.comparable(sql).append(" = ").bind(column.operand(value));
		}
		return behind(sql.append(" AND "), last, at + 1).append("))");
	}

	private static SqlBuilder further(SqlBuilder sql, SeekdbColumn column, SortKey step, @Nullable Object value) {
		if (value == null) {
			return (step.nullsFirst()) ? sql.identifier(column.name()).append(" IS NOT NULL") : sql.append("FALSE");
		}
		column.comparable(sql).append((step.descending()) ? " < " : " > ").bind(column.operand(value));
		return (column.nullable() && !step.nullsFirst())
				? sql.append(" OR ").identifier(column.name()).append(" IS NULL") : sql;
	}

}
