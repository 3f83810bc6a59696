package io.quiver.data.core.convert;

import java.util.List;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.PersistentPropertyAccessor;

/**
 * Entities to the values of rows.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EntityWriter {

	private final VectorPersistentEntity<?> entity;

	private final VectorPersistentProperty idProperty;

	private final IdConverter ids;

	private final List<ColumnMapping> columns;

	private final int keySize;

	public EntityWriter(VectorPersistentEntity<?> entity, IdConverter ids) {
		this.entity = entity;
		this.idProperty = entity.getRequiredIdProperty();
		this.ids = ids;
		this.columns = entity.getColumns();
		this.keySize = entity.getCollection().keySize();
	}

	/**
	 * Return the values of all columns.
	 * @param bean the entity
	 * @return the values by position
	 * @throws InvalidDataAccessApiUsageException if a value cannot be converted, naming
	 * the property
	 */
	public @Nullable Object[] write(Object bean) {
		@Nullable Object[] values = new @Nullable Object[this.columns.size()];
		PersistentPropertyAccessor<Object> accessor = this.entity.getPropertyAccessor(bean);
		this.ids.write(accessor.getProperty(this.idProperty), values);
		for (int i = this.keySize; i < values.length; i++) {
			Object value = accessor.getProperty(this.columns.get(i).property());
			values[i] = (value != null) ? toColumn(this.columns.get(i), value) : null;
		}
		return values;
	}

	/**
	 * Return a property's value as its column keeps it.
	 * @param column the column
	 * @param value the value
	 * @return the column's value
	 */
	public Object toColumn(ColumnMapping column, Object value) {
		try {
			return column.toColumn().apply(value);
		}
		catch (RuntimeException ex) {
			throw new InvalidDataAccessApiUsageException("Property '%s' of %s cannot be stored: %s"
				.formatted(column.path(), this.entity.getType().getSimpleName(), ex.getMessage()), ex);
		}
	}

}
