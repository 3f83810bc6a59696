package io.quiver.store.proxima;

import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.FilterRule;
import org.jspecify.annotations.Nullable;

/**
 * What Proxima BE can do, and what it says where it cannot.
 *
 * @author Quiver
 */
final class ProximaAbilities {

	/** Names of collections are names of directories on the server. */
	private static final int MAX_NAME = 200;

	/** As many as have a bit each. */
	private static final int MAX_VECTORS = 63;

	private ProximaAbilities() {
	}

	/** The breadth of a search is no option: the server reads it and looks away. */
	static Abilities declare() {
		return Abilities.of((abilities) -> abilities
			.can(Ability.INSERT, Ability.UPDATE, Ability.MERGE_NULL, Ability.DELETE_COUNT, Ability.NEAREST,
					Ability.NEAREST_EXACT)
			.options(Option.EXACT, Option.TIMEOUT)
			.shape(ProximaAbilities::shapeObjection)
			.nearest(FilterRule.none())
			.count(FilterRule.never("does not count: the server's figures do not fall when rows are deleted")));
	}

	static @Nullable String shapeObjection(CollectionSpec collection) {
		if (!Names.isCollection(collection.name()) || collection.name().length() > MAX_NAME) {
			return "takes names of collections of at most %d letters, digits, '_', '-' and, within, single '.', and '%s' is none"
				.formatted(MAX_NAME, Names.printable(collection.name()));
		}
		KeyColumn key = (KeyColumn) collection.columns().get(0);
		if (collection.keySize() != 1 || (key.type() != ColumnType.LONG && key.type() != ColumnType.INTEGER)) {
			return "keys rows by one integer, but '%s' is %s".formatted(key.name(),
					(collection.keySize() != 1) ? "a part of a key" : "of type " + key.type());
		}
		if (key.generated()) {
			return "makes no keys, but '%s' is to be made".formatted(key.name());
		}
		if (collection.columns().stream().filter(VectorColumn.class::isInstance).count() > MAX_VECTORS) {
			return "keeps at most %d vectors in a row".formatted(MAX_VECTORS);
		}
		return collection.columns()
			.stream()
			.skip(1)
			.map(ProximaAbilities::columnObjection)
			.filter((objection) -> objection != null)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String columnObjection(Column column) {
		if (column.name().isBlank() || column.name().indexOf(',') >= 0 || HttpText.damages(column.name())) {
			return "takes names of columns without commas, quotes, backslashes and control characters, and '%s' is none"
				.formatted(Names.printable(column.name()));
		}
		if (column instanceof VectorColumn && (!Names.isCollection(column.name()) || column.name().length() > MAX_NAME
				|| column.name().equals(ProximaRows.WITHOUT_VECTOR))) {
			return "takes names of vectors of at most %d letters, digits, '_', '-' and, within, single '.', and '%s' is none"
				.formatted(MAX_NAME, column.name());
		}
		if (column instanceof ValueColumn value && value.version()) {
			return "compares no versions while writing, but '%s' is one".formatted(value.name());
		}
		if (column instanceof ValueColumn value && value.fullText()) {
			return "does not search the words of texts, but '%s' asks for it".formatted(value.name());
		}
		return null;
	}

}
