package io.quiver.data.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.quiver.data.core.convert.EntityReader;
import io.quiver.data.core.convert.EntityReaders;
import io.quiver.data.core.convert.EntityWriter;
import io.quiver.data.core.convert.FilterMapper;
import io.quiver.data.core.convert.IdConverter;
import io.quiver.data.core.convert.PropertyPaths;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.store.CollectionSpec;

import org.springframework.core.convert.ConversionService;

/**
 * All that is looked up once about an entity in a store.
 *
 * @param <T> the type of the entity
 * @author Quiver
 */
final class EntityModel<T> {

	private final VectorPersistentEntity<T> entity;

	private final CollectionSpec spec;

	private final PropertyPaths paths;

	private final IdConverter ids;

	private final EntityWriter writer;

	private final RowChecks checks;

	private final EntityReaders readers;

	private final FilterMapper filters;

	private final FilterMapper placeholders;

	private final Map<Class<?>, EntityReader<?>> prepared = new ConcurrentHashMap<>();

	private final ReentrantLock schemaLock = new ReentrantLock();

	private volatile boolean ready;

	EntityModel(VectorPersistentEntity<T> entity, EntityReaders readers, ConversionService conversionService,
			String store, long maxRowSize) {
		this.entity = entity;
		this.spec = entity.getCollection();
		this.paths = new PropertyPaths(entity);
		this.ids = new IdConverter(entity, conversionService);
		this.writer = new EntityWriter(entity, this.ids);
		this.checks = new RowChecks(store, entity, this.ids, maxRowSize);
		this.readers = readers;
		this.filters = FilterMapper.ofValues(this.paths, conversionService);
		this.placeholders = FilterMapper.ofPlaceholders(this.paths, conversionService);
	}

	VectorPersistentEntity<T> entity() {
		return this.entity;
	}

	CollectionSpec spec() {
		return this.spec;
	}

	PropertyPaths paths() {
		return this.paths;
	}

	IdConverter ids() {
		return this.ids;
	}

	EntityWriter writer() {
		return this.writer;
	}

	RowChecks checks() {
		return this.checks;
	}

	FilterMapper filters() {
		return this.filters;
	}

	FilterMapper placeholders() {
		return this.placeholders;
	}

	@SuppressWarnings("unchecked")
	<R> EntityReader<R> reader(Class<R> type) {
		EntityReader<?> reader = this.prepared.get(type);
		if (reader == null) {
			reader = this.readers.reader(this.paths, type);
			this.prepared.put(type, reader);
		}
		return (EntityReader<R>) reader;
	}

	/**
	 * Run a preparation once; one that failed is run again at the next call.
	 */
	void prepare(Runnable preparation) {
		if (this.ready) {
			return;
		}
		this.schemaLock.lock();
		try {
			if (!this.ready) {
				preparation.run();
				this.ready = true;
			}
		}
		finally {
			this.schemaLock.unlock();
		}
	}

	void forgetPreparation() {
		this.ready = false;
	}

}
