package io.quiver.store.contract;

import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.SortKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a kind that must filter and sort by everything to its word.
 *
 * @author Quiver
 */
final class UnrestrictedQueries {

	private UnrestrictedQueries() {
	}

	static void check(String kind, Abilities abilities) {
		CollectionSpec spec = new WideRows("wide", abilities).spec();
		List<FilterRule> rules = List.of(abilities.find(), abilities.nearest(), abilities.count(), abilities.delete());
		for (Column column : spec.columns()) {
			for (Filter filter : SampleFilters.on(column)) {
				assertThat(rules).as("%s filters by %s", kind, filter)
					.allSatisfy((rule) -> assertThat(rule.objection(filter, spec)).isNull());
			}
			if (column instanceof ValueColumn value && value.type().isOrdered()) {
				List<SortKey> sort = List.of(new SortKey(spec.indexOf(value.name()), true, true));
				assertThat(abilities.sort().objection(sort, spec)).as("%s sorts by %s", kind, value).isNull();
			}
		}
		assertThat(rules).as("%s reads without a filter", kind)
			.allSatisfy((rule) -> assertThat(rule.objection(null, spec)).isNull());
	}

}
