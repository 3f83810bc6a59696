package io.quiver.store.seekdb;

import java.util.Collection;
import java.util.List;

import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Statements about the partitions of a table.
 *
 * @author Quiver
 */
final class PartitionStatements {

	private PartitionStatements() {
	}

	/**
	 * Add how the rows of a table are divided.
	 */
	static void partitionBy(SqlBuilder sql, Partitioning partitioning) {
		by(sql, "PARTITION", partitioning);
		Partitioning sub = partitioning.subpartitioning();
		if (sub != null) {
			by(sql.append(" "), "SUBPARTITION", sub);
			if (sub.count() > 0) {
				sql.append(" SUBPARTITIONS " + sub.count());
			}
			else {
				sql.append(" SUBPARTITION TEMPLATE ");
				list(sql, "SUBPARTITION", sub.partitions());
			}
		}
		if (partitioning.count() > 0) {
			sql.append(" PARTITIONS " + partitioning.count());
		}
		else {
			list(sql.append(" "), "PARTITION", partitioning.partitions());
		}
	}

	/**
	 * Divide the rows of a table that is there.
	 */
	static Sql repartition(String table, Partitioning partitioning) {
		SqlBuilder sql = alter(table);
		partitionBy(sql, partitioning);
		return sql.build();
	}

	/**
	 * Add partitions at the end of ranges, or to lists.
	 */
	static Sql add(String table, List<Partition> partitions) {
		SqlBuilder sql = alter(table).append("ADD PARTITION ");
		list(sql, "PARTITION", partitions);
		return sql.build();
	}

	/**
	 * Drop partitions or subpartitions with their rows.
	 * @param level {@code PARTITION} or {@code SUBPARTITION}
	 */
	static Sql drop(String table, String level, Collection<String> names) {
		return alter(table).append("DROP " + level + " ").identifiers(names).build();
	}

	/**
	 * Delete all rows of partitions or subpartitions.
	 * @param level {@code PARTITION} or {@code SUBPARTITION}
	 */
	static Sql truncate(String table, String level, Collection<String> names) {
		return alter(table).append("TRUNCATE " + level + " ").identifiers(names).build();
	}

	/**
	 * Add the partitions that a statement is limited to, behind the name of its table.
	 * @param names the names of partitions or subpartitions; none for all
	 */
	static SqlBuilder only(SqlBuilder sql, Collection<String> names) {
		return (names.isEmpty()) ? sql : sql.append(" PARTITION (").identifiers(names).append(")");
	}

	private static SqlBuilder alter(String table) {
		return TableStatements.name(new SqlBuilder().append("ALTER TABLE "), table).append(" ");
	}

	private static void by(SqlBuilder sql, String level, Partitioning partitioning) {
		sql.append(level + " BY " + partitioning.method().sql() + " (");
		if (partitioning.expression() != null) {
			if (partitioning.expression().indexOf('\'') >= 0 || partitioning.expression().contains("``")) {
				throw refused("The expression \"" + partitioning.expression() + "\"");
			}
			sql.append(partitioning.expression());
		}
		else {
			checkColumns(partitioning.columns());
			sql.identifiers(partitioning.columns());
		}
		sql.append(")");
	}

	/**
	 * Refuse columns by which rows cannot be divided: the server puts their names into
	 * statements of its own as they are.
	 */
	static void checkColumns(Collection<String> columns) {
		for (String column : columns) {
			TableStatements.check(column);
			if (column.indexOf('\'') >= 0 || column.indexOf('\\') >= 0) {
				throw refused("The column '" + column + "'");
			}
		}
	}

	private static InvalidDataAccessApiUsageException refused(String what) {
		return new InvalidDataAccessApiUsageException(
				what + " cannot divide rows: seekdb fails on a quote or a backslash in it");
	}

	private static void list(SqlBuilder sql, String level, List<Partition> partitions) {
		String separator = "(";
		for (Partition partition : partitions) {
			TableStatements.check(partition.name());
			sql.append(separator).append(level + " ").identifier(partition.name());
			values(sql, partition);
			separator = ", ";
		}
		sql.append(")");
	}

	private static void values(SqlBuilder sql, Partition partition) {
		if (partition.values().isEmpty()) {
			return;
		}
		sql.append((partition.ranged()) ? " VALUES LESS THAN (" : " VALUES IN (");
		String separator = "";
		for (List<Object> tuple : partition.values()) {
			boolean nested = !partition.ranged() && tuple.size() > 1;
			sql.append(separator).append((nested) ? "(" : "");
			tuple(sql, tuple);
			sql.append((nested) ? ")" : "");
			separator = ", ";
		}
		sql.append(")");
	}

	private static void tuple(SqlBuilder sql, List<Object> tuple) {
		String separator = "";
		for (Object value : tuple) {
			sql.append(separator);
			if (value instanceof PartitionBound bound) {
				sql.append(bound.name());
			}
			else {
				sql.bind(value);
			}
			separator = ", ";
		}
	}

}
