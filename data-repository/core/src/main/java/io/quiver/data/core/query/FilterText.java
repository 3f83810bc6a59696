package io.quiver.data.core.query;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter.And;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Contains;
import io.quiver.data.core.query.Filter.In;
import io.quiver.data.core.query.Filter.IsNull;
import io.quiver.data.core.query.Filter.Matches;
import io.quiver.data.core.query.Filter.Not;
import io.quiver.data.core.query.Filter.Or;
import io.quiver.data.core.query.Filter.Text;

/**
 * A filter for people.
 *
 * @param text the text
 * @param fields the fields it asks, one for each condition
 * @author Quiver
 * @since 0.1
 */
public record FilterText(String text, List<String> fields) {

	/**
	 * Write down the shape of a filter, with a question mark in the place of each value.
	 * @param filter the filter
	 * @return its text
	 */
	public static FilterText of(Filter filter) {
		return of(filter, (value) -> "?");
	}

	/**
	 * Write down a filter with the values that are compared, which may be no one's
	 * business: only where somebody has asked for them.
	 * @param filter the filter
	 * @return its text
	 */
	public static FilterText withValues(Filter filter) {
		return of(filter, FilterText::literal);
	}

	private static FilterText of(Filter filter, Function<Object, String> value) {
		if (filter instanceof And and) {
			return joined(and.filters(), " and ", value);
		}
		if (filter instanceof Or or) {
			return joined(or.filters(), " or ", value);
		}
		if (filter instanceof Not not) {
			FilterText inner = of(not.filter(), value);
			return new FilterText("not (" + inner.text() + ")", inner.fields());
		}
		if (filter instanceof Comparison comparison) {
			String operator = switch (comparison.operator()) {
				case EQ -> (comparison.ignoreCase()) ? "=~" : "=";
				case LT -> "<";
				case LTE -> "<=";
				case GT -> ">";
				case GTE -> ">=";
			};
			return on(comparison.field(), operator + " " + value.apply(comparison.value()));
		}
		if (filter instanceof In in) {
			return on(in.field(), "in " + value.apply(in.values()));
		}
		if (filter instanceof Contains contains) {
			return on(contains.field(), "contains " + value.apply(contains.element()));
		}
		if (filter instanceof Text text) {
			String part = value.apply(text.text());
			return on(text.field(), "like " + switch (text.position()) {
				case PREFIX -> part + "*";
				case SUFFIX -> "*" + part;
				case ANYWHERE -> "*" + part + "*";
			});
		}
		if (filter instanceof Matches matches) {
			return on(matches.field(), "matches " + value.apply(matches.text()));
		}
		return on(((IsNull) filter).field(), "is null");
	}

	private static FilterText on(String field, String condition) {
		return new FilterText(field + " " + condition, List.of(field));
	}

	private static FilterText joined(List<Filter> filters, String word, Function<Object, String> value) {
		List<FilterText> texts = filters.stream().map((filter) -> of(filter, value)).toList();
		String joined = texts.stream().map(FilterText::text).collect(Collectors.joining(word));
		Stream<String> fields = texts.stream().flatMap((text) -> text.fields().stream());
		return new FilterText((texts.size() > 1) ? "(" + joined + ")" : joined, fields.toList());
	}

	private static String literal(Object value) {
		if (value instanceof List<?> values) {
			return values.stream().map(FilterText::literal).collect(Collectors.joining(", ", "(", ")"));
		}
		return (value instanceof CharSequence || value instanceof Character)
				? "'" + value.toString().replace("'", "''") + "'" : String.valueOf(value);
	}

}
