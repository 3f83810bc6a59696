package io.quiver.data.core;

import java.util.concurrent.Executor;

import io.quiver.data.core.convert.EntityReaders;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import org.springframework.data.projection.ProjectionFactory;

/**
 * What templates of one store share, whatever options they were given.
 *
 * @param store the store
 * @param mapping how entities are mapped
 * @param models the entities
 * @param schemas makes collections
 * @param planner judges queries
 * @param callbacks the application's callbacks
 * @param embedder turns texts into vectors, or {@code null}
 * @param executor runs what must not block the caller
 * @author Quiver
 */
record TemplateContext(RowStore store, VectorMappingContext mapping, EntityModels models, Schemas schemas,
		StoreQueryPlanner planner, Callbacks callbacks, @Nullable TextEmbedder embedder, Executor executor) {

	static TemplateContext create(RowStore store, VectorMappingContext mapping, SchemaPolicy policy, long maxRowSize,
			Callbacks callbacks, ProjectionFactory projections, @Nullable TextEmbedder embedder, Executor executor) {
		EntityReaders readers = new EntityReaders(mapping, projections, callbacks::afterConvert);
		Schemas schemas = new Schemas(store, policy);
		EntityModels models = new EntityModels(store, mapping, readers, schemas, maxRowSize);
		return new TemplateContext(store, mapping, models, schemas, new StoreQueryPlanner(store, models), callbacks,
				embedder, executor);
	}

}
