package io.quiver.data.core.mapping;

import java.util.List;

import io.quiver.data.store.CollectionSpec;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entity.
 *
 * @param spec the collection
 * @param mappings what stands behind each column, by its position
 * @param idEntity the type of an id of several components, or {@code null}
 * @author Quiver
 */
record EntityColumns(CollectionSpec spec, List<ColumnMapping> mappings, @Nullable VectorPersistentEntity<?> idEntity) {

	EntityColumns {
		mappings = List.copyOf(mappings);
	}

}
