package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;

/**
 * What stands between the shape that an entity asks for and the one that is stored.
 * Columns that only the store has are part of it: a row that is saved as a whole would
 * lose their values.
 *
 * @param missing columns that the store does not have but that may be null, so that they
 * could be added
 * @param others all else
 * @author Quiver
 */
record SchemaDifferences(List<String> missing, List<String> others) {

	static SchemaDifferences between(CollectionSpec expected, CollectionSpec stored) {
		List<String> missing = new ArrayList<>();
		List<String> others = new ArrayList<>();
		List<String> expectedKey = keyOf(expected);
		List<String> storedKey = keyOf(stored);
		if (!expectedKey.equals(storedKey)) {
			others.add("the key is %s, but %s is stored".formatted(expectedKey, storedKey));
		}
		for (Column column : expected.columns().subList(expected.keySize(), expected.columns().size())) {
			int position = stored.indexOf(column.name());
			if (position >= 0) {
				compare(column, stored.columns().get(position), others);
			}
			else if (column.nullable()) {
				missing.add("column '%s' is missing".formatted(column.name()));
			}
			else {
				others.add("column '%s', which is never null, is missing".formatted(column.name()));
			}
		}
		for (Column column : stored.columns().subList(stored.keySize(), stored.columns().size())) {
			if (expected.indexOf(column.name()) < 0) {
				others.add(unknown(column));
			}
		}
		return new SchemaDifferences(missing, others);
	}

	private static String unknown(Column column) {
		if (!column.nullable()) {
			return "column '%s' is stored and never null, but no property has it; add the property again"
				.formatted(column.name());
		}
		return ("column '%s' is stored, but no property has it, so that saving an entity would erase its value; "
				+ "add the property again, or use schema.mode none if its values may be lost")
			.formatted(column.name());
	}

	private static List<String> keyOf(CollectionSpec spec) {
		return spec.columns().subList(0, spec.keySize()).stream().map((column) -> {
			KeyColumn key = (KeyColumn) column;
			return key.name() + " " + key.type();
		}).toList();
	}

	private static void compare(Column expected, Column stored, List<String> differences) {
		String name = expected.name();
		if (!typeOf(expected).equals(typeOf(stored))) {
			differences.add("column '%s' is %s, but %s is stored".formatted(name, typeOf(expected), typeOf(stored)));
		}
		else if (expected.nullable() && !stored.nullable()) {
			differences.add("column '%s' may be null, but is stored as never null".formatted(name));
		}
		else if (!expected.nullable() && stored.nullable()) {
			differences.add(
					"column '%s' is never null, but is stored as one that may be; a stored null does not fit a primitive, use its wrapper type"
						.formatted(name));
		}
		else if (expected instanceof ValueColumn value && stored instanceof ValueColumn other) {
			if (value.fullText() && !other.fullText()) {
				differences.add("the words of column '%s' are searched, but not indexed".formatted(name));
			}
			if (value.indexed() && !other.indexed()) {
				differences.add("column '%s' is stored without an index".formatted(name));
			}
			if (value.version() != other.version()) {
				differences.add("column '%s' is %s version, but is stored as %s".formatted(name,
						(value.version()) ? "the" : "no", (other.version()) ? "the version" : "none"));
			}
		}
	}

	private static String typeOf(Column column) {
		if (column instanceof VectorColumn vector) {
			return "a vector of dimension %d under %s".formatted(vector.dimension(), vector.metric());
		}
		if (column instanceof ListColumn list) {
			return "a list of " + list.elementType();
		}
		if (column instanceof MapColumn) {
			return "free metadata";
		}
		return (column instanceof ValueColumn value) ? value.type().toString() : "a part of the key";
	}

	boolean isEmpty() {
		return this.missing.isEmpty() && this.others.isEmpty();
	}

	boolean canBeAdded() {
		return !this.missing.isEmpty() && this.others.isEmpty();
	}

	List<String> all() {
		List<String> all = new ArrayList<>(this.missing);
		all.addAll(this.others);
		return all;
	}

}
