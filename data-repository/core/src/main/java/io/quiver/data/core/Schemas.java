package io.quiver.data.core;

import java.util.List;

import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.RowStore;

/**
 * Makes and compares collections as the schema policy says.
 *
 * @author Quiver
 */
final class Schemas {

	private final RowStore store;

	private final SchemaPolicy policy;

	Schemas(RowStore store, SchemaPolicy policy) {
		this.store = store;
		this.policy = policy;
	}

	SchemaPolicy policy() {
		return this.policy;
	}

	/**
	 * Do what the policy asks for before the first call on a collection.
	 */
	void ensure(EntityModel<?> model) {
		if (this.policy.mode() != Mode.NONE) {
			model.prepare(() -> {
				if (this.policy.mode() == Mode.CREATE) {
					create(model.spec());
				}
				else {
					validate(model.spec());
				}
			});
		}
	}

	void create(CollectionSpec spec) {
		CollectionSpec stored = this.store.describe(spec);
		if (stored == null) {
			this.store.create(spec);
			return;
		}
		SchemaDifferences differences = SchemaDifferences.between(spec, stored);
		if (differences.canBeAdded() && this.store.kind().abilities().has(Ability.ADD_COLUMNS)) {
			this.store.addColumns(spec);
			validate(spec);
			return;
		}
		check(spec, differences);
	}

	void validate(CollectionSpec spec) {
		CollectionSpec stored = this.store.describe(spec);
		if (stored == null) {
			throw mismatch(spec, List.of("it does not exist; create it, or set the schema mode to 'create'"));
		}
		check(spec, SchemaDifferences.between(spec, stored));
	}

	private void check(CollectionSpec spec, SchemaDifferences differences) {
		if (!differences.isEmpty()) {
			throw mismatch(spec, differences.all());
		}
	}

	private SchemaMismatchException mismatch(CollectionSpec spec, List<String> differences) {
		return new SchemaMismatchException(this.store.name(), spec.name(), differences);
	}

}
