package io.quiver.data.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.data.core.convert.EntityReaders;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.store.Ability;
import io.quiver.data.store.RowStore;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The entities of a store, each prepared and judged when it is first seen.
 *
 * @author Quiver
 */
final class EntityModels {

	private final RowStore store;

	private final VectorMappingContext context;

	private final EntityReaders readers;

	private final Schemas schemas;

	private final long maxRowSize;

	private final Map<Class<?>, EntityModel<?>> models = new ConcurrentHashMap<>();

	EntityModels(RowStore store, VectorMappingContext context, EntityReaders readers, Schemas schemas,
			long maxRowSize) {
		this.store = store;
		this.context = context;
		this.readers = readers;
		this.schemas = schemas;
		this.maxRowSize = maxRowSize;
	}

	@SuppressWarnings("unchecked")
	<T> EntityModel<T> get(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		EntityModel<?> model = this.models.get(type);
		if (model == null) {
			EntityModel<?> created = create(ClassUtils.getUserClass(type));
			model = this.models.computeIfAbsent(created.entity().getType(), (key) -> created);
			this.models.putIfAbsent(type, model);
			if (this.schemas.policy().when() == When.STARTUP) {
				this.schemas.ensure(model);
			}
		}
		return (EntityModel<T>) model;
	}

	@SuppressWarnings("unchecked")
	<T> EntityModel<T> of(T entity) {
		Assert.notNull(entity, "'entity' must not be null");
		return get((Class<T>) entity.getClass());
	}

	private EntityModel<?> create(Class<?> type) {
		VectorPersistentEntity<?> entity = this.context.getRequiredPersistentEntity(type);
		requireStore(entity);
		String problem = this.store.kind().abilities().shape().objection(entity.getCollection());
		if (problem != null) {
			throw unsupported(type, problem, "change its mapping or use another store");
		}
		if (entity.hasVersionProperty() && !this.store.kind().abilities().has(Ability.VERSION)) {
			throw unsupported(type, "does not compare versions while writing",
					"remove @Version from '%s' or use another store"
						.formatted(entity.getRequiredVersionProperty().getName()));
		}
		EntityModel<?> model = new EntityModel<>(entity, this.readers, this.context.getConversionService(),
				this.store.name(), this.maxRowSize);
		// what cannot be read must not be written
		model.reader(type);
		return model;
	}

	private void requireStore(VectorPersistentEntity<?> entity) {
		String wanted = entity.getStoreName();
		if (wanted != null && !wanted.equals(this.store.name())) {
			throw new InvalidDataAccessApiUsageException(
					"%s belongs to store '%s', not to '%s'; use its template, the bean '%sVectorTemplate' (@Qualifier(\"%s\"))"
						.formatted(entity.getType().getSimpleName(), wanted, this.store.name(), wanted, wanted));
		}
	}

	private UnsupportedEntityException unsupported(Class<?> type, String problem, String wayOut) {
		return new UnsupportedEntityException(type, "'%s' (%s)".formatted(this.store.name(), this.store.kind()),
				problem, wayOut);
	}

}
