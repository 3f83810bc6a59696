package io.quiver.store.contract;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a kind of store declares at least: fewer abilities are an unfinished store and not
 * a smaller suite. A kind of another name is free to declare what it likes.
 *
 * @author Quiver
 */
final class LeastAbilities {

	private static final Set<Ability> ALL_ROWS = EnumSet.of(Ability.LIST, Ability.SCROLL, Ability.INSERT,
			Ability.UPDATE, Ability.MERGE, Ability.MERGE_NULL, Ability.DELETE_COUNT, Ability.NEAREST, Ability.RANGE,
			Ability.TEXT, Ability.HYBRID, Ability.DYNAMIC_FIELDS, Ability.ADD_COLUMNS);

	/** The table of the design, by the names of the kinds. */
	static final Map<String, Set<Ability>> BY_KIND = Map.of("embedded",
			with(ALL_ROWS, Ability.VERSION, Ability.NEAREST_EXACT), "proxima",
			EnumSet.of(Ability.INSERT, Ability.UPDATE, Ability.MERGE_NULL, Ability.NEAREST), "seekdb",
			with(ALL_ROWS, Ability.VERSION, Ability.NEAREST_EXACT), "weaviate", ALL_ROWS, "pegasus",
			EnumSet.of(Ability.SCROLL, Ability.INSERT, Ability.UPDATE, Ability.MERGE_NULL, Ability.VERSION,
					Ability.NEAREST_EXACT, Ability.ROW_TTL),
			"iotdb", EnumSet.of(Ability.LIST, Ability.SCROLL, Ability.MERGE, Ability.NEAREST_EXACT));

	/** The kinds that filter, count, delete and sort by whatever there is. */
	static final Set<String> UNRESTRICTED = Set.of("embedded", "seekdb", "weaviate");

	private LeastAbilities() {
	}

	static void check(String kind, Abilities abilities) {
		assertThat(abilities.all()).as("what a store of kind '%s' can do at least", kind)
			.containsAll(BY_KIND.getOrDefault(kind, Set.of()));
		if (abilities.has(Ability.NEAREST_EXACT)) {
			assertThat(abilities.options()).as("an exact search is asked for by an option").contains(Option.EXACT);
		}
		if (UNRESTRICTED.contains(kind)) {
			UnrestrictedQueries.check(kind, abilities);
		}
	}

	private static Set<Ability> with(Set<Ability> abilities, Ability... more) {
		EnumSet<Ability> all = EnumSet.copyOf(abilities);
		all.addAll(Set.of(more));
		return all;
	}

}
