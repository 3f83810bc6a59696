package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Contains;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;

import static io.quiver.data.core.query.Filter.where;

/**
 * Filters on a column, and filters made of these by chance.
 *
 * @author Quiver
 */
final class SampleFilters {

	private SampleFilters() {
	}

	/** Each operator with several values, plain and negated. */
	static List<Filter> on(Column column) {
		List<Filter> filters = new ArrayList<>();
		if (column instanceof ValueColumn value) {
			filters.addAll(onValue(value.name(), value.type()));
		}
		else if (column instanceof KeyColumn key) {
			filters.addAll(onValue(key.name(), key.type()));
		}
		else if (column instanceof ListColumn list) {
			SampleValues.of(list.elementType()).forEach((each) -> filters.add(new Contains(list.name(), each)));
		}
		else if (column instanceof MapColumn map) {
			filters.addAll(onMetadata(map.name()));
		}
		filters.add(where(column.name()).isNull());
		List<Filter> negated = filters.stream().map(Filter::not).toList();
		filters.addAll(negated);
		return filters;
	}

	private static List<Filter> onValue(String field, ColumnType type) {
		List<Filter> filters = new ArrayList<>();
		if (type.isOrdered()) {
			List<Object> values = SampleValues.of(type);
			for (Object value : values) {
				for (Operator operator : Operator.values()) {
					filters.add(new Comparison(field, operator, value, false));
				}
			}
			filters.add(where(field).in(values.subList(0, 2)));
			filters.add(where(field).in(List.of(values.get(1))));
			filters.add(where(field).in(List.of()));
			filters.add(where(field).between(values.get(0), values.get(1)));
			filters.add(where(field).between(values.get(1), values.get(0)));
		}
		if (type == ColumnType.STRING) {
			filters.addAll(onText(field));
		}
		return filters;
	}

	private static List<Filter> onText(String field) {
		List<Filter> filters = new ArrayList<>();
		for (String text : List.of("", "a", "A", "b", "\u00e9", "T\u00c9", "\ud83d\ude00", "*", "%", "_", "?", "\\",
				"'", "\"", "\u0000", "DROP", ".", "zzz")) {
			for (Position position : Position.values()) {
				filters.add(new Text(field, position, text, false));
				filters.add(new Text(field, position, text, true));
			}
			filters.add(where(field).isIgnoreCase(text));
		}
		filters.add(where(field).isIgnoreCase("aBc"));
		filters.add(where(field).isIgnoreCase("\u00c9t\u00e9"));
		return filters;
	}

	private static List<Filter> onMetadata(String map) {
		List<Filter> filters = new ArrayList<>();
		for (String key : List.of("text", "number", "flag", "list", "dotted.key", "missing")) {
			String field = map + "." + key;
			filters.add(where(field).isNull());
			for (Object value : List.of("a", "b", 1L, 2L, 1.5, true, false)) {
				filters.add(where(field).is(value));
				filters.add(where(field).in(List.of(value)));
				filters.add(new Contains(field, value));
				if (!(value instanceof Boolean)) {
					filters.add(where(field).lt(value));
					filters.add(where(field).gte(value));
				}
			}
			filters.add(where(field).startsWith("a"));
			filters.add(where(field).containsText("b"));
			filters.add(where(field).in(Arrays.asList("a", "c")));
		}
		return filters;
	}

	/** A tree of the filters given, at most so deep. */
	static Filter tree(List<Filter> leaves, int depth, Random random) {
		int choice = (depth == 0) ? 9 : random.nextInt(10);
		if (choice < 6) {
			Filter[] branches = new Filter[random.nextInt(4)];
			Arrays.setAll(branches, (i) -> tree(leaves, depth - 1, random));
			return (choice < 3) ? Filter.and(branches) : Filter.or(branches);
		}
		return (choice < 8) ? Filter.not(tree(leaves, depth - 1, random)) : leaves.get(random.nextInt(leaves.size()));
	}

}
