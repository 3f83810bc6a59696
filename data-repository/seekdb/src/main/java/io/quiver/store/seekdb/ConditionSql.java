package io.quiver.store.seekdb;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Condition.Absence;
import io.quiver.store.seekdb.model.Condition.Among;
import io.quiver.store.seekdb.model.Condition.Comparison;
import io.quiver.store.seekdb.model.Condition.Containment;
import io.quiver.store.seekdb.model.Condition.EveryRow;
import io.quiver.store.seekdb.model.Condition.Junction;
import io.quiver.store.seekdb.model.Condition.Match;
import io.quiver.store.seekdb.model.Condition.Negation;
import io.quiver.store.seekdb.model.Condition.Operator;
import io.quiver.store.seekdb.model.Condition.Text;
import io.quiver.store.seekdb.model.ConditionField;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes conditions in SQL, each in parentheses of its own.
 *
 * @author Quiver
 */
final class ConditionSql {

	private static final String NUMBERS = "('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL')";

	/** Conditions within each other; of those side by side there may be any number. */
	private static final int MAX_DEPTH = 100;

	private final SqlBuilder sql;

	private final TableDescription table;

	private int depth;

	private ConditionSql(SqlBuilder sql, TableDescription table) {
		this.sql = sql;
		this.table = table;
	}

	static void append(SqlBuilder sql, TableDescription table, Condition condition) {
		new ConditionSql(sql, table).condition(condition);
	}

	/**
	 * Add the condition that a row's words match, also what it is ranked by.
	 */
	static SqlBuilder match(SqlBuilder sql, Match match) {
		return sql.append("MATCH (")
			.identifiers(match.columns())
			.append(") AGAINST (")
			.bind(match.text())
			.append(" IN " + match.mode().sql() + " MODE)");
	}

	private void condition(Condition condition) {
		if (++this.depth > MAX_DEPTH) {
			throw new InvalidDataAccessApiUsageException(
					"Conditions must not be more than " + MAX_DEPTH + " deep within each other");
		}
		write(condition);
		this.depth--;
	}

	private void write(Condition condition) {
		if (condition instanceof Text text) {
			this.sql.append("(").append(new Sql(text.text(), text.values())).append(")");
		}
		else if (condition instanceof Comparison comparison) {
			comparison(comparison.field(), comparison.operator(), comparison.value());
		}
		else if (condition instanceof Among among) {
			among(among);
		}
		else if (condition instanceof Absence absence) {
			absence(absence.field());
		}
		else if (condition instanceof Containment containment) {
			containment(containment);
		}
		else if (condition instanceof Junction junction) {
			junction(junction.all(), List.copyOf(junction.conditions()));
		}
		else if (condition instanceof Negation negation) {
			this.sql.append("(NOT ");
			condition(negation.condition());
			this.sql.append(")");
		}
		else if (condition instanceof Match match) {
			match(this.sql, match);
		}
		else if (condition instanceof EveryRow) {
			this.sql.append("(1 = 1)");
		}
	}

	private void junction(boolean all, List<? extends Condition> conditions) {
		String separator = "(";
		for (Condition condition : conditions) {
			this.sql.append(separator);
			condition(condition);
			separator = (all) ? " AND " : " OR ";
		}
		this.sql.append(")");
	}

	private void among(Among among) {
		if (among.values().isEmpty()) {
			this.sql.append("(1 = 0)");
		}
		else if (among.field().path() != null) {
			junction(false,
					among.values()
						.stream()
						.map((value) -> new Comparison(among.field(), Operator.EQUAL, value))
						.toList());
		}
		else {
			this.sql.append("(")
				.identifier(among.field().name())
				.append(" IN (")
				.bindAll(among.values().stream().map((value) -> compared(among.field(), value)).toList())
				.append("))");
		}
	}

	private void absence(ConditionField field) {
		String path = field.path();
		if (path == null) {
			this.sql.append("(").identifier(field.name()).append(" IS NULL)");
			return;
		}
		this.sql.append("(");
		extract(field, path).append(" IS NULL OR JSON_TYPE(");
		extract(field, path).append(") = 'NULL')");
	}

	/** JSON_CONTAINS would find a value in arrays within the array as well. */
	private void containment(Containment containment) {
		ConditionField field = containment.field();
		String path = (field.path() != null) ? field.path() : "$";
		Object value = containment.value();
		boolean parts = value instanceof Map || value instanceof Collection;
		String json = JsonText.of(value);
		unlessNull(field, path, () -> {
			if (parts) {
				extract(field, path, "JSON_CONTAINS(").append(", ").bind(json).append(")");
			}
			else {
				this.sql.append("CAST(").bind(json).append(" AS JSON) MEMBER OF(");
				extract(field, path).append(")");
			}
		});
	}

	private void comparison(ConditionField field, Operator operator, Object value) {
		String path = field.path();
		if (path != null) {
			unlessNull(field, path, () -> json(field, path, operator, value));
			return;
		}
		Object operand = (operator == Operator.LIKE) ? FieldValues.plain(value) : compared(field, value);
		this.sql.append("(").identifier(field.name()).append(" " + operator.sql() + " ").bind(operand).append(")");
	}

	private @Nullable Object compared(ConditionField field, Object value) {
		return FieldValues.compared(this.table.name(), this.table.column(field.name()), value);
	}

	/** Of a JSON null a comparison is neither true nor false, nor is its contrary. */
	private void unlessNull(ConditionField field, String path, Runnable condition) {
		extract(field, path, "(IF(JSON_TYPE(").append(") = 'NULL', NULL, ");
		condition.run();
		this.sql.append("))");
	}

	/**
	 * Any string is greater than any number for the server: the type is asked for as
	 * well.
	 */
	private void json(ConditionField field, String path, Operator operator, Object value) {
		String compared = " " + operator.sql() + " ";
		this.sql.append("JSON_TYPE(");
		if (value instanceof Number) {
			extract(field, path).append(") IN " + NUMBERS + " AND ");
			extract(field, path).append(compared).bind(value);
		}
		else if (value instanceof Boolean) {
			extract(field, path).append(") = 'BOOLEAN' AND ");
			extract(field, path, "JSON_UNQUOTE(").append(")" + compared).bind(value.toString());
		}
		else if (value instanceof CharSequence || value instanceof Enum<?>) {
			extract(field, path).append(") = 'STRING' AND ");
			text(field, path, operator, value.toString());
		}
		else {
			throw new InvalidDataAccessApiUsageException("A part of JSON is compared with a text, a number or a "
					+ "boolean, not with a value of " + value.getClass());
		}
	}

	/** As texts, those that differ by blanks at the end would be the same. */
	private void text(ConditionField field, String path, Operator operator, String value) {
		boolean pattern = operator == Operator.LIKE;
		extract(field, path, (pattern) ? "JSON_UNQUOTE(" : "CAST(JSON_UNQUOTE(")
			.append((pattern) ? ") LIKE " : ") AS BINARY) " + operator.sql() + " ")
			.bind((pattern) ? value : Parameters.utf8(value));
	}

	private SqlBuilder extract(ConditionField field, String path, String before) {
		this.sql.append(before);
		return extract(field, path);
	}

	private SqlBuilder extract(ConditionField field, String path) {
		return this.sql.append("JSON_EXTRACT(").identifier(field.name()).append(", ").bind(path).append(")");
	}

}
