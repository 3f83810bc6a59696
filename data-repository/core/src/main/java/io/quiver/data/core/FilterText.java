package io.quiver.data.core;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
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
 * A filter for people: its shape, never its values.
 *
 * @param text the text
 * @param fields the fields it asks
 * @author Quiver
 */
record FilterText(String text, List<String> fields) {

	static FilterText of(Filter filter) {
		if (filter instanceof And and) {
			return joined(and.filters(), " and ");
		}
		if (filter instanceof Or or) {
			return joined(or.filters(), " or ");
		}
		if (filter instanceof Not not) {
			FilterText inner = of(not.filter());
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
			return on(comparison.field(), operator + " ?");
		}
		if (filter instanceof In in) {
			return on(in.field(), "in ?");
		}
		if (filter instanceof Contains contains) {
			return on(contains.field(), "contains ?");
		}
		if (filter instanceof Text text) {
			return on(text.field(), "like " + switch (text.position()) {
				case PREFIX -> "?*";
				case SUFFIX -> "*?";
				case ANYWHERE -> "*?*";
			});
		}
		if (filter instanceof Matches matches) {
			return on(matches.field(), "matches ?");
		}
		return on(((IsNull) filter).field(), "is null");
	}

	private static FilterText on(String field, String condition) {
		return new FilterText(field + " " + condition, List.of(field));
	}

	private static FilterText joined(List<Filter> filters, String word) {
		List<FilterText> texts = filters.stream().map(FilterText::of).toList();
		String joined = texts.stream().map(FilterText::text).collect(Collectors.joining(word));
		Stream<String> fields = texts.stream().flatMap((text) -> text.fields().stream());
		return new FilterText((texts.size() > 1) ? "(" + joined + ")" : joined, fields.toList());
	}

}
