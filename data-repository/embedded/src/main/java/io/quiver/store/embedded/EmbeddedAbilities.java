package io.quiver.store.embedded;

import java.util.List;
import java.util.function.Predicate;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded store can do, and what it says where it cannot.
 *
 * @author Quiver
 */
final class EmbeddedAbilities {

	static final int MAX_DIMENSION = 4096;

	private EmbeddedAbilities() {
	}

	static Abilities declare() {
		return Abilities.of((abilities) -> abilities
			.can(Ability.LIST, Ability.SCROLL, Ability.INSERT, Ability.UPDATE, Ability.MERGE, Ability.MERGE_NULL,
					Ability.VERSION, Ability.DELETE_COUNT, Ability.NEAREST, Ability.NEAREST_EXACT, Ability.RANGE,
					Ability.TEXT, Ability.HYBRID, Ability.DYNAMIC_FIELDS, Ability.ADD_COLUMNS)
			.options(Option.EF, Option.EXACT, Option.TIMEOUT)
			.shape(EmbeddedAbilities::shapeObjection)
			.sort(EmbeddedAbilities::sortObjection)
			.find(EmbeddedAbilities::filterObjection)
			.nearest(EmbeddedAbilities::filterObjection)
			.count(EmbeddedAbilities::filterObjection)
			.delete(EmbeddedAbilities::filterObjection));
	}

	static @Nullable String shapeObjection(CollectionSpec collection) {
		String name = CollectionName.objection(collection.name());
		if (name != null) {
			return name;
		}
		return collection.columns()
			.stream()
			.map(EmbeddedAbilities::columnObjection)
			.filter((objection) -> objection != null)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String columnObjection(Column column) {
		if (column.name().isEmpty() || column.name().startsWith("#")) {
			return "needs column names that are not empty and do not begin with '#', but one is '%s'"
				.formatted(column.name());
		}
		return switch (column) {
			case KeyColumn key when key.type() == ColumnType.BINARY ->
				"keys rows by ordered values, but '%s' is of type BINARY".formatted(key.name());
			case KeyColumn key when key.generated() && key.type() != ColumnType.UUID
					&& key.type() != ColumnType.STRING ->
				"generates keys of type UUID and STRING only, but '%s' is of type %s".formatted(key.name(), key.type());
			case ValueColumn value when value.fullText() && value.type() != ColumnType.STRING ->
				"searches the words of texts, but '%s' is of type %s".formatted(value.name(), value.type());
			case VectorColumn vector when vector.dimension() > MAX_DIMENSION ->
				"keeps vectors of at most %d dimensions, but '%s' has %d".formatted(MAX_DIMENSION, vector.name(),
						vector.dimension());
			default -> null;
		};
	}

	static @Nullable String sortObjection(List<SortKey> sort, CollectionSpec collection) {
		for (SortKey step : sort) {
			Column column = collection.columns().get(step.column());
			boolean sortable = switch (column) {
				case KeyColumn key -> true;
				case ValueColumn value -> value.indexed() && value.type().isOrdered();
				default -> false;
			};
			if (!sortable) {
				return "sorts by indexed single values that have an order, and '%s' is none".formatted(column.name());
			}
		}
		return null;
	}

	static @Nullable String filterObjection(@Nullable Filter filter, CollectionSpec collection) {
		if (filter == null) {
			return null;
		}
		return switch (filter) {
			case Filter.And and -> first(and.filters(), collection);
			case Filter.Or or -> first(or.filters(), collection);
			case Filter.Not not -> filterObjection(not.filter(), collection);
			case Filter.Comparison comparison -> field(comparison.field(), collection, "compares single values",
					(column) -> isOrdered(column) && (!comparison.ignoreCase() || isText(column)));
			case Filter.In in -> field(in.field(), collection, "compares single values", EmbeddedAbilities::isOrdered);
			case Filter.Text text ->
				field(text.field(), collection, "looks for texts in strings", EmbeddedAbilities::isText);
			case Filter.Contains contains -> field(contains.field(), collection, "looks for elements in lists",
					(column) -> column instanceof ListColumn list && list.elementType().isOrdered());
			case Filter.IsNull isNull -> field(isNull.field(), collection, "looks for nulls", (column) -> true);
			case Filter.Matches matches -> words(matches.field(), collection);
		};
	}

	private static @Nullable String first(List<Filter> filters, CollectionSpec collection) {
		for (Filter filter : filters) {
			String objection = filterObjection(filter, collection);
			if (objection != null) {
				return objection;
			}
		}
		return null;
	}

	private static @Nullable String words(String field, CollectionSpec collection) {
		int position = collection.indexOf(field);
		boolean fullText = position >= 0 && collection.columns().get(position) instanceof ValueColumn value
				&& value.fullText();
		return fullText ? null : "matches words in full-text columns, and '%s' is none".formatted(field);
	}

	private static @Nullable String field(String field, CollectionSpec collection, String what,
			Predicate<Column> suitable) {
		int position = collection.indexOf(field);
		if (position < 0) {
			return isDynamic(field, collection) ? null
					: "has no column '%s' in '%s'".formatted(field, collection.name());
		}
		Column column = collection.columns().get(position);
		if (column instanceof ValueColumn value && !value.indexed()) {
			return "filters by indexed columns, and '%s' is not indexed".formatted(field);
		}
		return suitable.test(column) ? null : "%s, and '%s' is none".formatted(what, field);
	}

	private static boolean isOrdered(Column column) {
		return switch (column) {
			case KeyColumn key -> true;
			case ValueColumn value -> value.type().isOrdered();
			default -> false;
		};
	}

	private static boolean isText(Column column) {
		return switch (column) {
			case KeyColumn key -> key.type() == ColumnType.STRING;
			case ValueColumn value -> value.type() == ColumnType.STRING;
			default -> false;
		};
	}

	static boolean isDynamic(String field, CollectionSpec collection) {
		return collection.columns()
			.stream()
			.anyMatch((column) -> column instanceof MapColumn && field.startsWith(column.name() + "."));
	}

}
