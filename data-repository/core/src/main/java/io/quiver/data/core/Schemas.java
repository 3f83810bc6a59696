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
					create(model);
				}
				else {
					validate(model);
				}
			});
		}
	}

	void create(EntityModel<?> model) {
		CollectionSpec spec = model.spec();
		CollectionSpec stored = this.store.describe(spec);
		if (stored == null) {
			this.store.create(spec);
			return;
		}
		SchemaDifferences differences = SchemaDifferences.between(spec, stored);
		boolean adds = this.store.kind().abilities().has(Ability.ADD_COLUMNS);
		if (differences.canBeAdded() && adds) {
			this.store.addColumns(spec);
			validate(model);
			return;
		}
		check(model, (adds) ? differences.others() : differences.all());
	}

	void validate(EntityModel<?> model) {
		CollectionSpec stored = this.store.describe(model.spec());
		if (stored == null) {
			throw mismatch(model, List.of("it does not exist"),
					"create it with operations.collection(%s.class).create(), or set schema.mode to create"
						.formatted(nameOf(model)));
		}
		check(model, SchemaDifferences.between(model.spec(), stored).all());
	}

	private void check(EntityModel<?> model, List<String> differences) {
		if (!differences.isEmpty()) {
			throw mismatch(model, differences,
					"correct the entity, give it a collection of another name, or, if its data can be lost, drop the collection with operations.collection(%s.class).drop()"
						.formatted(nameOf(model)));
		}
	}

	private SchemaMismatchException mismatch(EntityModel<?> model, List<String> differences, String cure) {
		return new SchemaMismatchException(this.store.name(), model.spec().name(), differences, cure);
	}

	private static String nameOf(EntityModel<?> model) {
		return model.entity().getType().getSimpleName();
	}

}
