package io.quiver.store.seekdb;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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
import io.quiver.store.seekdb.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What seekdb can do, and what it says where it cannot.
 *
 * @author Quiver
 */
final class SeekdbAbilities {

	/** Tables whose names differ only in case are one. */
	private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9_$-]{1,64}");

	private static final Pattern COLUMN = Pattern.compile("[\\p{L}\\p{N}_$.-]{1,128}");

	/** More strings in a key would be shorter than a key of a string may be expected. */
	private static final int MAX_KEY_STRINGS = 8;

	private SeekdbAbilities() {
	}

	static Abilities declare() {
		return Abilities.of((abilities) -> abilities
			.can(Ability.LIST, Ability.SCROLL, Ability.INSERT, Ability.UPDATE, Ability.MERGE, Ability.MERGE_NULL,
					Ability.VERSION, Ability.DELETE_COUNT, Ability.NEAREST, Ability.NEAREST_EXACT, Ability.RANGE,
					Ability.TEXT, Ability.HYBRID, Ability.DYNAMIC_FIELDS, Ability.ADD_COLUMNS)
			.options(Option.EF, Option.EXACT, Option.TIMEOUT, Option.PARTITIONS)
			.shape(SeekdbAbilities::shapeObjection)
			.sort(SeekdbAbilities::sortObjection)
			.find(SeekdbAbilities::filterObjection)
			.nearest(SeekdbAbilities::filterObjection)
			.count(SeekdbAbilities::filterObjection)
			.delete(SeekdbAbilities::filterObjection));
	}

	static boolean isCollection(String name) {
		return COLLECTION.matcher(name).matches();
	}

	static @Nullable String shapeObjection(CollectionSpec collection) {
		if (!isCollection(collection.name())) {
			return "takes names of collections of at most 64 letters from a to z, digits, '_', '-' and '$', and '%s' is none"
				.formatted(printable(collection.name()));
		}
		Set<String> names = new HashSet<>();
		int strings = 0;
		int generated = 0;
		for (Column column : collection.columns()) {
			if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
				return "has columns whose names differ in more than case, and '%s' is there twice"
					.formatted(printable(column.name()));
			}
			String objection = columnObjection(column);
			if (objection != null) {
				return objection;
			}
			if (column instanceof KeyColumn key) {
				strings += (key.type() == ColumnType.STRING) ? 1 : 0;
				generated += (key.generated()) ? 1 : 0;
			}
		}
		if (strings > MAX_KEY_STRINGS) {
			return "keys rows by at most %d strings".formatted(MAX_KEY_STRINGS);
		}
		return (generated > 1) ? "makes one part of a key at most" : null;
	}

	private static @Nullable String columnObjection(Column column) {
		if (!COLUMN.matcher(column.name()).matches()) {
			return "takes names of columns of at most 128 letters, digits, '_', '-', '$' and '.', and '%s' is none"
				.formatted(printable(column.name()));
		}
		if (column instanceof KeyColumn key) {
			if (key.type() == ColumnType.BINARY || key.type() == ColumnType.DECIMAL) {
				return "keys rows by values that have one form alone, but '%s' is of type %s".formatted(key.name(),
						key.type());
			}
			if (key.generated() && !isMade(key.type())) {
				return "makes keys of type LONG, INTEGER, UUID and STRING, but '%s' is of type %s".formatted(key.name(),
						key.type());
			}
		}
		if (column instanceof ValueColumn value && value.fullText() && value.type() != ColumnType.STRING) {
			return "searches the words of texts, but '%s' is of type %s".formatted(value.name(), value.type());
		}
		if (column instanceof VectorColumn vector && vector.dimension() > FieldType.MAX_INDEXED_DIMENSION) {
			return "indexes vectors of at most %d dimensions, but '%s' has %d"
				.formatted(FieldType.MAX_INDEXED_DIMENSION, vector.name(), vector.dimension());
		}
		return null;
	}

	private static boolean isMade(ColumnType type) {
		return type == ColumnType.LONG || type == ColumnType.INTEGER || type == ColumnType.UUID
				|| type == ColumnType.STRING;
	}

	/** A name may be anything, and the message goes to logs. */
	static String printable(String name) {
		String shortened = (name.length() > 100) ? name.substring(0, 100) + "..." : name;
		return shortened.replaceAll("\\p{C}", "?");
	}

	static @Nullable String sortObjection(List<SortKey> sort, CollectionSpec collection) {
		for (SortKey step : sort) {
			Column column = collection.columns().get(step.column());
			if (!isOrdered(column)) {
				return "sorts by single values that have an order, and '%s' is none".formatted(column.name());
			}
		}
		return null;
	}

	static @Nullable String filterObjection(@Nullable Filter filter, CollectionSpec collection) {
		if (filter == null) {
			return null;
		}
		if (filter instanceof Filter.And and) {
			return first(and.filters(), collection);
		}
		if (filter instanceof Filter.Or or) {
			return first(or.filters(), collection);
		}
		if (filter instanceof Filter.Not not) {
			return filterObjection(not.filter(), collection);
		}
		if (filter instanceof Filter.Matches matches) {
			return words(matches.field(), collection);
		}
		String field = SeekdbFilters.field(filter);
		if (filter instanceof Filter.Comparison comparison) {
			return field(field, collection, "compares single values",
					(column) -> isOrdered(column) && (!comparison.ignoreCase() || isText(column)));
		}
		if (filter instanceof Filter.In) {
			return field(field, collection, "compares single values", SeekdbAbilities::isOrdered);
		}
		if (filter instanceof Filter.Text) {
			return field(field, collection, "looks for texts in strings", SeekdbAbilities::isText);
		}
		if (filter instanceof Filter.Contains) {
			return field(field, collection, "looks for elements in lists",
					(column) -> column instanceof ListColumn list && list.elementType().isOrdered());
		}
		return field(field, collection, "looks for nulls", (column) -> true);
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
		return (position >= 0 && isFullText(collection.columns().get(position))) ? null
				: "matches words in full-text columns, and '%s' is none".formatted(printable(field));
	}

	private static @Nullable String field(String field, CollectionSpec collection, String what,
			Predicate<Column> suitable) {
		int position = collection.indexOf(field);
		if (position < 0) {
			return isDynamic(field, collection) ? null
					: "has no column '%s' in '%s'".formatted(printable(field), collection.name());
		}
		return suitable.test(collection.columns().get(position)) ? null : "%s, and '%s' is none".formatted(what, field);
	}

	static boolean isFullText(Column column) {
		return column instanceof ValueColumn value && value.fullText();
	}

	private static boolean isOrdered(Column column) {
		return column instanceof KeyColumn || (column instanceof ValueColumn value && value.type().isOrdered());
	}

	private static boolean isText(Column column) {
		return (column instanceof KeyColumn key && key.type() == ColumnType.STRING)
				|| (column instanceof ValueColumn value && value.type() == ColumnType.STRING);
	}

	/** The key is all that stands behind the first dot. */
	private static boolean isDynamic(String field, CollectionSpec collection) {
		int dot = field.indexOf('.');
		int column = (dot > 0) ? collection.indexOf(field.substring(0, dot)) : -1;
		return column >= 0 && collection.columns().get(column) instanceof MapColumn;
	}

}
