package io.quiver.data.core;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

/**
 * The collection of one entity in a store.
 *
 * @author Quiver
 */
final class DefaultCollectionOperations implements CollectionOperations {

	private final RowStore store;

	private final Schemas schemas;

	private final EntityModel<?> model;

	DefaultCollectionOperations(TemplateContext context, EntityModel<?> model) {
		this.store = context.store();
		this.schemas = context.schemas();
		this.model = model;
	}

	@Override
	public CollectionSpec spec() {
		return this.model.spec();
	}

	@Override
	public @Nullable CollectionSpec describe() {
		return this.store.describe(spec());
	}

	@Override
	public boolean exists() {
		return describe() != null;
	}

	@Override
	public void prepare() {
		this.schemas.ensure(this.model);
	}

	@Override
	public void create() {
		this.schemas.create(this.model);
	}

	@Override
	public void validate() {
		this.schemas.validate(this.model);
	}

	@Override
	public CollectionStats stats() {
		return this.store.stats(spec().name());
	}

	@Override
	public boolean drop() {
		this.model.forgetPreparation();
		return this.store.drop(spec().name());
	}

}
