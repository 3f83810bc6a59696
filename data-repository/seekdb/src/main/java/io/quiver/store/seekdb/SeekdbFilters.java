package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.And;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Contains;
import io.quiver.data.core.query.Filter.In;
import io.quiver.data.core.query.Filter.IsNull;
import io.quiver.data.core.query.Filter.Matches;
import io.quiver.data.core.query.Filter.Not;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Or;
import io.quiver.data.core.query.Filter.Text;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Turns a condition into SQL with every value bound. A condition that is null in SQL does
 * not hold, which is seen only where it is negated: there null becomes false.
 * <p>
 * Texts are compared by their bytes, and where an index of the application's could help
 * also as they are: collations take more texts for the same, never fewer.
 *
 * @author Quiver
 */
final class SeekdbFilters {

	/** Escapes what LIKE takes for more than itself. */
	private static final char ESCAPE = '|';

	private final SeekdbRows rows;

	SeekdbFilters(SeekdbRows rows) {
		this.rows = rows;
	}

	/**
	 * Write a condition behind WHERE, or nothing if there is none.
	 */
	SqlBuilder where(SqlBuilder sql, @Nullable Filter filter) {
		return (filter != null) ? write(sql.append(" WHERE "), filter) : sql;
	}

	/**
	 * Write a condition, in brackets wherever it could be torn apart.
	 */
	SqlBuilder write(SqlBuilder sql, Filter filter) {
		if (filter instanceof And and) {
			return all(sql, and.filters(), " AND ", "TRUE");
		}
		if (filter instanceof Or or) {
			return all(sql, or.filters(), " OR ", "FALSE");
		}
		if (filter instanceof Not not) {
			return write(sql.append("NOT IFNULL("), not.filter()).append(", FALSE)");
		}
		sql.append("(");
		SeekdbColumn column = column(field(filter));
		if (column != null) {
			leaf(sql, column, filter);
		}
		else {
			metadata(field(filter)).write(sql, filter);
		}
		return sql.append(")");
	}

	private SqlBuilder all(SqlBuilder sql, List<Filter> filters, String operator, String none) {
		if (filters.isEmpty()) {
			return sql.append(none);
		}
		String separator = "(";
		for (Filter filter : filters) {
			write(sql.append(separator), filter);
			separator = operator;
		}
		return sql.append(")");
	}

	private void leaf(SqlBuilder sql, SeekdbColumn column, Filter filter) {
		if (filter instanceof IsNull) {
			sql.identifier(column.name()).append(" IS NULL");
		}
		else if (filter instanceof Comparison comparison) {
			compare(sql, column, comparison);
		}
		else if (filter instanceof In in) {
			oneOf(sql, column, in.values());
		}
		else if (filter instanceof Text text) {
			text(sql, column, text);
		}
		else if (filter instanceof Contains contains) {
			contains(sql, column, contains.element());
		}
		else if (filter instanceof Matches matches) {
			sql.append("MATCH(").identifier(column.name()).append(") AGAINST (").bind(matches.text()).append(")");
		}
	}

	private static void compare(SqlBuilder sql, SeekdbColumn column, Comparison comparison) {
		if (comparison.ignoreCase()) {
			SmallLetters letters = SmallLetters.of((String) comparison.value());
			letters.compare(sql, column::text).append(" = ").bind(letters.bytes());
		}
		else {
			if (column.isCollated() && comparison.operator() == Operator.EQ) {
				sql.identifier(column.name()).append(" = ").bind(comparison.value()).append(" AND ");
			}
			column.comparable(sql).append(operator(comparison.operator())).bind(column.operand(comparison.value()));
		}
	}

	private static void text(SqlBuilder sql, SeekdbColumn column, Text text) {
		if (text.ignoreCase()) {
			SmallLetters.of(text.text()).compare(sql, column::text);
		}
		else {
			if (column.isCollated() && text.position() == Filter.Position.PREFIX) {
				like(sql.identifier(column.name()), pattern(text)).append(" AND ");
			}
			column.comparable(sql);
		}
		like(sql, text);
	}

	/**
	 * Write what bytes are like where a text stands in them, each of its characters for
	 * itself.
	 */
	static void like(SqlBuilder sql, Text text) {
		like(sql, pattern(text).getBytes(StandardCharsets.UTF_8));
	}

	private static SqlBuilder like(SqlBuilder sql, Object pattern) {
		return sql.append(" LIKE ").bind(pattern).append(" ESCAPE '" + ESCAPE + "'");
	}

	private static void oneOf(SqlBuilder sql, SeekdbColumn column, List<?> values) {
		if (values.isEmpty()) {
			sql.append("FALSE");
			return;
		}
		List<Object> operands = values.stream().map(column::operand).toList();
		if (column.isCollated()) {
			sql.identifier(column.name()).append(" IN (").bindAll(values).append(") AND ");
		}
		column.comparable(sql).append(" IN (").bindAll(operands).append(")");
	}

	private static void contains(SqlBuilder sql, SeekdbColumn column, Object element) {
		sql.append("CAST(").bind(column.element(element)).append(" AS JSON) MEMBER OF(");
		if (column.column() instanceof ListColumn list && list.elementType() == ColumnType.DECIMAL) {
			sql.append("JSON_EXTRACT(").identifier(column.name()).append(", '$[*][0]'))");
		}
		else {
			sql.identifier(column.name()).append(")");
		}
	}

	static String operator(Operator operator) {
		return switch (operator) {
			case EQ -> " = ";
			case LT -> " < ";
			case LTE -> " <= ";
			case GT -> " > ";
			case GTE -> " >= ";
		};
	}

	private static String pattern(Text text) {
		String part = (text.ignoreCase()) ? SmallLetters.of(text.text()).text() : text.text();
		StringBuilder pattern = new StringBuilder(part.length() + 2);
		if (text.position() != Filter.Position.PREFIX) {
			pattern.append('%');
		}
		for (int i = 0; i < part.length(); i++) {
			char c = part.charAt(i);
			if (c == '%' || c == '_' || c == ESCAPE) {
				pattern.append(ESCAPE);
			}
			pattern.append(c);
		}
		if (text.position() != Filter.Position.SUFFIX) {
			pattern.append('%');
		}
		return pattern.toString();
	}

	private @Nullable SeekdbColumn column(String field) {
		int position = this.rows.spec().indexOf(field);
		return (position >= 0) ? this.rows.column(position) : null;
	}

	private MetadataFilter metadata(String field) {
		int dot = field.indexOf('.');
		if (dot < 0) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '%s' has no column '%s'".formatted(this.rows.spec().name(), field));
		}
		SeekdbColumn column = Objects.requireNonNull(column(field.substring(0, dot)), "The filter was checked");
		return new MetadataFilter(column.name(), field.substring(dot + 1));
	}

	static String field(Filter filter) {
		if (filter instanceof Comparison comparison) {
			return comparison.field();
		}
		if (filter instanceof In in) {
			return in.field();
		}
		if (filter instanceof Text text) {
			return text.field();
		}
		if (filter instanceof Contains contains) {
			return contains.field();
		}
		if (filter instanceof IsNull isNull) {
			return isNull.field();
		}
		if (filter instanceof Matches matches) {
			return matches.field();
		}
		throw new IllegalArgumentException("A condition of conditions has no field: " + filter);
	}

}
