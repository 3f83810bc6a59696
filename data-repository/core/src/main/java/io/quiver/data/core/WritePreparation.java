package io.quiver.data.core;

import java.util.UUID;

import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.store.Key;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.PersistentPropertyAccessor;

/**
 * Brings entities into the form that is sent, and what came of it back into them.
 *
 * @param <T> the type of the entities
 * @author Quiver
 */
final class WritePreparation<T> {

	private final EntityModel<T> model;

	private final VectorPersistentEntity<T> entity;

	private final Callbacks callbacks;

	private final @Nullable VectorPersistentProperty version;

	WritePreparation(EntityModel<T> model, Callbacks callbacks) {
		this.model = model;
		this.entity = model.entity();
		this.callbacks = callbacks;
		this.version = this.entity.getVersionProperty();
	}

	/**
	 * Prepare an entity.
	 * @param entity the entity
	 * @param intent how the caller wants it written
	 * @param index its place among those given, or {@link PendingWrite#ALONE}
	 */
	PendingWrite<T> prepare(T entity, WriteMode intent, int index) {
		if (!this.entity.getType().isInstance(entity)) {
			throw new InvalidDataAccessApiUsageException(
					"Entities of one call must be of one type, but %s and %s are given"
						.formatted(this.entity.getType().getName(), entity.getClass().getName()));
		}
		String collection = this.model.spec().name();
		T bean = withId(this.callbacks.beforeConvert(entity, collection));
		@Nullable Object[] values = this.model.writer().write(bean);
		WriteMode mode = intent;
		Number expected = null;
		Number next = null;
		if (this.version != null) {
			Number current = version(bean);
			boolean isNew = intent == WriteMode.INSERT || intent == WriteMode.SAVE && isNew(current);
			if (!isNew && current == null) {
				throw new InvalidDataAccessApiUsageException(
						"Version '%s' of %s is null, so there is nothing to update it over; read the entity first, or save it"
							.formatted(this.version.getName(), this.entity.getType().getSimpleName()));
			}
			expected = (isNew) ? null : current;
			next = next(expected);
			mode = (isNew) ? WriteMode.INSERT : WriteMode.UPDATE;
			values[this.model.spec().versionColumn()] = next;
		}
		long size = this.model.checks().check(values, index);
		Row row = Row.of(values);
		return new PendingWrite<>(index, this.callbacks.beforeSave(bean, row, collection), row, mode,
				(expected != null) ? Long.valueOf(expected.longValue()) : null, next, size);
	}

	/**
	 * Return the entity as it is stored.
	 * @param pending what was sent
	 * @param key the key, if the store made it
	 */
	T complete(PendingWrite<T> pending, @Nullable Key key) {
		T bean = pending.entity();
		if (this.version != null || key != null) {
			PersistentPropertyAccessor<T> accessor = this.entity.getPropertyAccessor(bean);
			if (this.version != null) {
				accessor.setProperty(this.version, pending.newVersion());
			}
			if (key != null) {
				accessor.setProperty(this.entity.getRequiredIdProperty(),
						this.entity.getColumns().get(0).fromColumn().apply(key.parts().get(0)));
			}
			bean = accessor.getBean();
		}
		return this.callbacks.afterSave(bean, pending.row(), this.model.spec().name());
	}

	@Nullable Number version(T bean) {
		return (this.version != null) ? (Number) this.entity.getPropertyAccessor(bean).getProperty(this.version) : null;
	}

	boolean isVersioned() {
		return this.version != null;
	}

	private boolean isNew(@Nullable Number current) {
		return current == null || isPrimitive() && current.longValue() == 0;
	}

	/**
	 * The first version is 0, or 1 where 0 says that the entity is new.
	 */
	private Number next(@Nullable Number current) {
		long next = (current != null) ? current.longValue() + 1 : (isPrimitive()) ? 1 : 0;
		return asVersion(next);
	}

	Number asVersion(long value) {
		boolean isInt = this.version != null
				&& (this.version.getType() == int.class || this.version.getType() == Integer.class);
		if (isInt) {
			return Math.toIntExact(value);
		}
		return value;
	}

	private boolean isPrimitive() {
		return this.version != null && this.version.getType().isPrimitive();
	}

	private T withId(T bean) {
		VectorPersistentProperty id = this.entity.getRequiredIdProperty();
		boolean made = id.isGenerated() && (id.getType() == UUID.class || id.getType() == String.class);
		if (!made) {
			return bean;
		}
		PersistentPropertyAccessor<T> accessor = this.entity.getPropertyAccessor(bean);
		if (accessor.getProperty(id) == null) {
			UUID uuid = UUID.randomUUID();
			accessor.setProperty(id, (id.getType() == UUID.class) ? uuid : uuid.toString());
		}
		return accessor.getBean();
	}

}
