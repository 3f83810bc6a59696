package io.quiver.store.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Filter} means, word by word as its documentation says.
 *
 * @author Quiver
 */
final class FilterEvaluator {

	private FilterEvaluator() {
	}

	static boolean matches(@Nullable Filter filter, Values row) {
		if (filter instanceof And and) {
			return and.filters().stream().allMatch((each) -> matches(each, row));
		}
		if (filter instanceof Or or) {
			return or.filters().stream().anyMatch((each) -> matches(each, row));
		}
		if (filter instanceof Not not) {
			return !matches(not.filter(), row);
		}
		if (filter instanceof IsNull isNull) {
			return value(isNull.field(), row) == null;
		}
		if (filter instanceof Comparison comparison) {
			Object value = value(comparison.field(), row);
			return value != null && compares(value, comparison);
		}
		if (filter instanceof In in) {
			Object value = value(in.field(), row);
			return value != null && in.values().stream().anyMatch((each) -> equal(value, each));
		}
		if (filter instanceof Text text) {
			return value(text.field(), row) instanceof String value && stands(value, text);
		}
		if (filter instanceof Contains contains) {
			return value(contains.field(), row) instanceof List<?> list
					&& list.stream().anyMatch((each) -> equal(each, contains.element()));
		}
		if (filter instanceof Matches matches) {
			Set<String> wanted = Set.copyOf(Words.of(matches.text()));
			return value(matches.field(), row) instanceof String value
					&& Words.of(value).stream().anyMatch(wanted::contains);
		}
		return true;
	}

	/**
	 * Return the value of a column, or of a key of free metadata: everything behind the
	 * first dot, dots included.
	 */
	static @Nullable Object value(String field, Values row) {
		int dot = field.indexOf('.');
		if (row.has(field) || dot < 0) {
			return row.get(field);
		}
		return (row.get(field.substring(0, dot)) instanceof Map<?, ?> map) ? map.get(field.substring(dot + 1)) : null;
	}

	private static boolean equal(Object value, Object other) {
		return ValueOrder.comparable(value, other) && ValueOrder.compare(value, other) == 0;
	}

	private static boolean compares(Object value, Comparison comparison) {
		if (comparison.ignoreCase() && value instanceof String text && comparison.value() instanceof String other) {
			return ValueOrder.lowerCase(text).equals(ValueOrder.lowerCase(other));
		}
		if (!ValueOrder.comparable(value, comparison.value())) {
			return false;
		}
		int order = ValueOrder.compare(value, comparison.value());
		return switch (comparison.operator()) {
			case EQ -> order == 0;
			case LT -> order < 0;
			case LTE -> order <= 0;
			case GT -> order > 0;
			case GTE -> order >= 0;
		};
	}

	private static boolean stands(String value, Text text) {
		String in = (text.ignoreCase()) ? ValueOrder.lowerCase(value) : value;
		String part = (text.ignoreCase()) ? ValueOrder.lowerCase(text.text()) : text.text();
		return switch (text.position()) {
			case PREFIX -> in.startsWith(part);
			case SUFFIX -> in.endsWith(part);
			case ANYWHERE -> in.contains(part);
		};
	}

}
