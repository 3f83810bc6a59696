package io.quiver.store.seekdb;

import java.util.List;

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
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes conditions in SQL, each in parentheses of its own.
 *
 * @author Quiver
 */
final class ConditionSql {

	private static final String NUMBERS = "('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL')";

	private final SqlBuilder sql;

	private ConditionSql(SqlBuilder sql) {
		this.sql = sql;
	}

	static void append(SqlBuilder sql, Condition condition) {
		new ConditionSql(sql).condition(condition);
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
				.bindAll(FieldValues.plain(among.values()))
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

	private void containment(Containment containment) {
		String path = containment.field().path();
		this.sql.append("(JSON_CONTAINS(").identifier(containment.field().name()).append(", ");
		this.sql.bind(JsonText.of(containment.value()));
		if (path != null) {
			this.sql.append(", ").bind(path);
		}
		this.sql.append("))");
	}

	private void comparison(ConditionField field, Operator operator, Object value) {
		String path = field.path();
		this.sql.append("(");
		if (path == null) {
			this.sql.identifier(field.name()).append(" " + operator.sql() + " ").bind(FieldValues.plain(value));
		}
		else if (value instanceof Number) {
			json(field, path, "IN " + NUMBERS, false, operator, value);
		}
		else if (value instanceof Boolean) {
			json(field, path, "= 'BOOLEAN'", true, operator, value.toString());
		}
		else if (value instanceof CharSequence || value instanceof Enum<?>) {
			json(field, path, "= 'STRING'", true, operator, value.toString());
		}
		else {
			throw new InvalidDataAccessApiUsageException("A part of JSON is compared with a text, a number or a "
					+ "boolean, not with a value of " + value.getClass());
		}
		this.sql.append(")");
	}

	/**
	 * Any string is greater than any number for the server: the type is asked for as
	 * well.
	 */
	private void json(ConditionField field, String path, String type, boolean unquote, Operator operator,
			@Nullable Object value) {
		this.sql.append("JSON_TYPE(");
		extract(field, path).append(") " + type + " AND " + ((unquote) ? "JSON_UNQUOTE(" : ""));
		extract(field, path).append(((unquote) ? ") " : " ") + operator.sql() + " ").bind(value);
	}

	private SqlBuilder extract(ConditionField field, String path) {
		return this.sql.append("JSON_EXTRACT(").identifier(field.name()).append(", ").bind(path).append(")");
	}

}
