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
			((text.ignoreCase()) ? column.lowerCase(sql) : column.comparable(sql)).append(" LIKE ")
				.bind(pattern(text))
				.append(" ESCAPE '" + ESCAPE + "'");
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
			column.lowerCase(sql).append(" = ").bind(lowerCase((String) comparison.value()));
		}
		else {
			column.comparable(sql).append(operator(comparison.operator())).bind(column.operand(comparison.value()));
		}
	}

	private static void oneOf(SqlBuilder sql, SeekdbColumn column, List<?> values) {
		if (values.isEmpty()) {
			sql.append("FALSE");
			return;
		}
		column.comparable(sql)
			.append(" IN (")
			.bindAll(values.stream().map((value) -> column.operand(value)).toList())
			.append(")");
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

	/**
	 * Return the bytes of a pattern for LIKE in which every character stands for itself.
	 */
	static byte[] pattern(Text text) {
		String part = (text.ignoreCase()) ? lowerCaseText(text.text()) : text.text();
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
		return pattern.toString().getBytes(StandardCharsets.UTF_8);
	}

	static byte[] lowerCase(String text) {
		return lowerCaseText(text).getBytes(StandardCharsets.UTF_8);
	}

	/** By the small letter of each character, as the server does. */
	private static String lowerCaseText(String text) {
		StringBuilder lower = new StringBuilder(text.length());
		text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
		return lower.toString();
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
