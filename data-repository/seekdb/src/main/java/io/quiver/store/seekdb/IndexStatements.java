package io.quiver.store.seekdb;

import java.util.Locale;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.VectorIndex;

/**
 * Statements about the indexes of a table.
 *
 * @author Quiver
 */
final class IndexStatements {

	/**
	 * The longest name of a vector index, in characters. The server takes 64, and fails
	 * to refresh what it then calls {@code __idx_}, a number of up to ten digits,
	 * {@code _} and the name.
	 */
	static final int MAX_VECTOR_NAME_LENGTH = 47;

	private IndexStatements() {
	}

	/**
	 * Add an index to the definition of a table.
	 */
	static void definition(SqlBuilder sql, TableIndex index) {
		columns(name(sql.append(kind(index)), index), index);
	}

	/**
	 * Create an index of a table that is there.
	 * @param parallel how many threads of the server build it, 0 for its own choice
	 */
	static Sql create(String table, TableIndex index, int parallel) {
		SqlBuilder sql = new SqlBuilder().append("CREATE ");
		if (parallel > 0) {
			sql.append("/*+ parallel(" + parallel + ") */ ");
		}
		name(sql.append(kind(index)), index).append(" ON ");
		TableStatements.name(sql, table);
		columns(sql, index);
		return sql.build();
	}

	static Sql drop(String table, String index) {
		SqlBuilder sql = TableStatements.name(new SqlBuilder().append("DROP INDEX "), index).append(" ON ");
		return TableStatements.name(sql, table).build();
	}

	/**
	 * Move what was written since into a vector index. Commits the open transaction.
	 * @param threshold how many rows there must be for that
	 */
	static Sql refresh(String table, String index, int threshold) {
		return call("REFRESH_INDEX", table, index, threshold);
	}

	/**
	 * Build a vector index anew. Commits the open transaction.
	 * @param threshold which share of the rows must be new for that, 0 to 1
	 */
	static Sql rebuild(String table, String index, double threshold) {
		return call("REBUILD_INDEX", table, index, threshold);
	}

	/**
	 * Let every vector index of the server take up what was written before. Commits
	 * nothing.
	 */
	static Sql refreshAll() {
		return Sql.of("CALL dbms_index_manager.refresh()");
	}

	/** The procedures take names as values. */
	private static Sql call(String procedure, String table, String index, Number threshold) {
		TableStatements.check(index, TableStatements.MAX_NAME_LENGTH);
		TableStatements.check(table, TableStatements.MAX_NAME_LENGTH);
		return new SqlBuilder().append("CALL DBMS_VECTOR." + procedure + "(")
			.bind(index)
			.append(", ")
			.bind(table)
			.append(", '', ")
			.bind(threshold)
			.append(")")
			.build();
	}

	private static SqlBuilder name(SqlBuilder sql, TableIndex index) {
		if (index instanceof VectorIndex) {
			TableStatements.checkUndotted(index.name());
		}
		TableStatements.check(index.name(),
				(index instanceof VectorIndex) ? MAX_VECTOR_NAME_LENGTH : TableStatements.MAX_NAME_LENGTH);
		return sql.identifier(index.name());
	}

	private static String kind(TableIndex index) {
		if (index instanceof VectorIndex) {
			return "VECTOR INDEX ";
		}
		if (index instanceof FullTextIndex) {
			return "FULLTEXT INDEX ";
		}
		return (index instanceof ColumnIndex column && column.unique()) ? "UNIQUE INDEX " : "INDEX ";
	}

	private static void columns(SqlBuilder sql, TableIndex index) {
		index.columns().forEach(TableStatements::check);
		sql.append(" (").identifiers(index.columns()).append(")");
		if (index instanceof VectorIndex vector) {
			sql.append(" WITH (distance=" + vector.distance().metric() + ", type=" + vector.options().type().sql()
					+ ", lib=" + vector.options().type().library());
			for (Map.Entry<String, Object> parameter : vector.options().parameters().entrySet()) {
				sql.append(", " + parameter.getKey() + "=" + parameter.getValue());
			}
			sql.append(")");
		}
		else if (index instanceof FullTextIndex text && text.parser() != null) {
			sql.append(" WITH PARSER " + text.parser().name().toLowerCase(Locale.ROOT));
		}
	}

}
