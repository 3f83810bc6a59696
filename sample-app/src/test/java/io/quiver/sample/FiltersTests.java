package io.quiver.sample;

import io.quiver.data.core.VectorTemplate;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.FilterRule;
import io.quiver.store.contract.ReferenceStore;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Filters}.
 *
 * @author Quiver
 */
class FiltersTests {

	private static final Abilities NO_FILTERS = Abilities
		.of((abilities) -> abilities.can(Ability.NEAREST).nearest(FilterRule.none()));

	@Test
	void storeThatFiltersHasThem() {
		Filters filters = filters(ReferenceStore.EVERYTHING);
		assertThat(filters.objection()).isNull();
		assertThat(filters.required().count()).isZero();
	}

	@Test
	void storeWithoutFiltersSaysSo() {
		Filters filters = filters(NO_FILTERS);
		assertThat(filters.objection()).contains("shop").contains("filter");
	}

	@Test
	void filtersThatAreNotThereAreRefusedInTheSameWords() {
		Filters filters = filters(NO_FILTERS);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(filters::required)
			.withMessage(filters.objection());
	}

	private Filters filters(Abilities abilities) {
		return new Filters(new VectorTemplate(new ReferenceStore("shop", abilities)));
	}

}
