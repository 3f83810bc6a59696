package io.quiver.data.core.convert;

import java.util.List;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.store.Key;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.util.ClassUtils;

/**
 * Ids to the components of keys.
 *
 * @author Quiver
 * @since 0.1
 */
public final class IdConverter {

	private final VectorPersistentEntity<?> entity;

	private final @Nullable VectorPersistentEntity<?> idEntity;

	private final List<ColumnMapping> parts;

	private final Class<?> idType;

	private final ConversionService conversionService;

	public IdConverter(VectorPersistentEntity<?> entity, ConversionService conversionService) {
		this.entity = entity;
		this.idEntity = entity.getIdEntity();
		this.parts = entity.getColumns().subList(0, entity.getCollection().keySize());
		this.idType = entity.getRequiredIdProperty().getType();
		this.conversionService = conversionService;
	}

	/**
	 * Return the key of an id.
	 * @param id the id
	 * @return the key
	 * @throws InvalidDataAccessApiUsageException if the id or a component is null or of
	 * another type
	 */
	public Key toKey(@Nullable Object id) {
		@Nullable Object[] values = new @Nullable Object[this.parts.size()];
		write(id, values);
		Object[] key = new Object[values.length];
		for (int i = 0; i < key.length; i++) {
			Object value = values[i];
			if (value == null) {
				throw missing(i);
			}
			key[i] = value;
		}
		return Key.of(key);
	}

	/**
	 * Write the components of an id to the first places of a row.
	 * @param id the id; its null components are left null
	 * @param values the row
	 */
	void write(@Nullable Object id, @Nullable Object[] values) {
		if (id == null) {
			return;
		}
		if (this.idEntity == null) {
			values[0] = this.parts.get(0).toColumn().apply(converted(id));
			return;
		}
		PersistentPropertyAccessor<Object> accessor = this.idEntity.getPropertyAccessor(converted(id));
		for (int i = 0; i < this.parts.size(); i++) {
			Object part = accessor.getProperty(this.parts.get(i).property());
			values[i] = (part != null) ? this.parts.get(i).toColumn().apply(part) : null;
		}
	}

	/**
	 * Describe a missing component.
	 * @param part the component's place in the key
	 * @return the exception
	 */
	public InvalidDataAccessApiUsageException missing(int part) {
		return missing(part, this.entity.getType().getSimpleName());
	}

	/**
	 * Describe a missing component.
	 * @param part the component's place in the key
	 * @param row names the row that lacks it
	 * @return the exception
	 */
	public InvalidDataAccessApiUsageException missing(int part, String row) {
		return new InvalidDataAccessApiUsageException("The id '%s' of %s must not be null; set it%s".formatted(
				this.parts.get(part).path(), row, (this.idEntity == null) ? ", or annotate it with @Generated" : ""));
	}

	private Object converted(Object id) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(this.idType);
		if (type.isInstance(id)) {
			return id;
		}
		try {
			Object converted = this.conversionService.convert(id, type);
			if (converted != null) {
				return converted;
			}
		}
		catch (ConversionException ex) {
			// told below with the entity's name
		}
		throw new InvalidDataAccessApiUsageException(
				"The id of %s is of type %s, but a %s was given; give a %s, or register a converter".formatted(
						this.entity.getType().getSimpleName(), type.getSimpleName(), id.getClass().getSimpleName(),
						type.getSimpleName()));
	}

}
