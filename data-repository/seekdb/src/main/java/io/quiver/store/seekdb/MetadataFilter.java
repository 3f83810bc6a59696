package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Contains;
import io.quiver.data.core.query.Filter.In;
import io.quiver.data.core.query.Filter.IsNull;
import io.quiver.data.core.query.Filter.Text;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Conditions on a key of free metadata. Each asks for the type first: to the server any
 * text is greater than any number.
 *
 * @author Quiver
 */
final class MetadataFilter {

	private final String column;

	private final String path;

	/**
	 * Create the conditions of a key.
	 * @param column the column of the metadata
	 * @param key the key, whatever it is made of
	 */
	MetadataFilter(String column, String key) {
		this.column = column;
		this.path = "$." + JsonWriter.quote(key);
	}

	void write(SqlBuilder sql, Filter filter) {
		if (filter instanceof IsNull) {
			value(sql).append(" IS NULL OR ");
			is(sql, "'NULL'");
		}
		else if (filter instanceof Comparison comparison) {
			compare(sql, comparison);
		}
		else if (filter instanceof In in) {
			oneOf(sql, in.values());
		}
		else if (filter instanceof Text text) {
			is(sql, "'STRING'").append(" AND ");
			if (text.ignoreCase()) {
				SmallLetters.of(text.text()).compare(sql, this::unquoted);
			}
			else {
				string(sql);
			}
			SeekdbFilters.like(sql, text);
		}
		else if (filter instanceof Contains contains) {
			is(sql, "'ARRAY'").append(" AND CAST(").bind(json(contains.element())).append(" AS JSON) MEMBER OF(");
			value(sql).append(")");
		}
		else {
			throw new InvalidDataAccessApiUsageException("Free metadata has no words to match: " + filter);
		}
	}

	private SqlBuilder value(SqlBuilder sql) {
		return value(sql, this.path);
	}

	private SqlBuilder value(SqlBuilder sql, String path) {
		return sql.append("JSON_EXTRACT(").identifier(this.column).append(", ").bind(path).append(")");
	}

	private String member(String name) {
		return this.path + "." + JsonWriter.quote(name);
	}

	private SqlBuilder is(SqlBuilder sql, String types) {
		return value(sql.append("JSON_TYPE(")).append(") IN (" + types + ")");
	}

	private SqlBuilder string(SqlBuilder sql) {
		return unquoted(sql.append("CAST(")).append(" AS BINARY)");
	}

	private SqlBuilder unquoted(SqlBuilder sql) {
		return value(sql.append("JSON_UNQUOTE(")).append(")");
	}

	private void compare(SqlBuilder sql, Comparison comparison) {
		Object value = comparison.value();
		String operator = SeekdbFilters.operator(comparison.operator());
		if (value instanceof String text) {
			is(sql, "'STRING'").append(" AND ");
			if (comparison.ignoreCase()) {
				SmallLetters letters = SmallLetters.of(text);
				letters.compare(sql, this::unquoted).append(operator).bind(letters.bytes());
			}
			else {
				string(sql).append(operator).bind(text.getBytes(StandardCharsets.UTF_8));
			}
		}
		else if (value instanceof Number) {
			is(sql, "'INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL'").append(" AND ");
			value(sql).append(operator).bind(value).append(" OR CAST(JSON_UNQUOTE(");
			value(sql, member(MetadataCodec.NUMBER)).append(") AS DOUBLE)" + operator).bind(value);
		}
		else if (value instanceof Boolean) {
			is(sql, "'BOOLEAN'").append(" AND JSON_UNQUOTE(");
			value(sql).append(")" + operator).bind(value.toString());
		}
		else if (value instanceof Instant time) {
			value(sql.append("JSON_UNQUOTE("), member(MetadataCodec.TIME)).append(")" + operator)
				.bind(TimeText.write(time));
		}
		else {
			throw new InvalidDataAccessApiUsageException(
					"Free metadata has no values of " + value.getClass().getName() + " to compare with");
		}
	}

	private void oneOf(SqlBuilder sql, List<?> values) {
		String separator = "";
		for (Object value : values) {
			compare(sql.append(separator).append("("), new Comparison("", Filter.Operator.EQ, value, false));
			sql.append(")");
			separator = " OR ";
		}
		if (values.isEmpty()) {
			sql.append("FALSE");
		}
	}

	private static String json(Object element) {
		if (MetadataCodec.type(element) == null) {
			throw new InvalidDataAccessApiUsageException(
					"Lists of free metadata have no elements of " + element.getClass().getName());
		}
		return MetadataCodec.json(element);
	}

}
