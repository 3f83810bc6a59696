package io.quiver.store.contract;

import java.util.stream.Stream;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What repositories do on every store, for a store that keeps rows by a string or by a
 * number. A store that cannot list, scroll, count and search at once has only the base
 * methods that it can carry out.
 *
 * @author Quiver
 * @since 0.1
 */
public abstract class VectorRepositoryContract extends EntityContract {

	@TestFactory
	@DisplayName("a repository and its base methods")
	Stream<DynamicTest> baseMethods() {
		return topic(RepositoryBaseTopic::new);
	}

	@TestFactory
	@DisplayName("a repository and its query methods")
	Stream<DynamicTest> queryMethods() {
		try (RowStore probe = open("probe")) {
			Abilities abilities = probe.kind().abilities();
			boolean derives = abilities.has(Ability.LIST) && abilities.has(Ability.SCROLL)
					&& abilities.has(Ability.NEAREST) && abilities.has(Ability.DELETE_COUNT)
					&& abilities.has(Ability.RANGE);
			if (!derives) {
				return Stream.empty();
			}
		}
		return topic(RepositoryQueriesTopic::new);
	}

}
