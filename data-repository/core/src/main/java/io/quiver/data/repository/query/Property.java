package io.quiver.data.repository.query;

import java.util.Collection;
import java.util.Map;

import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.core.query.Metric;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.PropertyPath;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Vector;

/**
 * What the name of a method says about one property.
 *
 * @param path the path from the entity
 * @param type the declared type
 * @param mapped the property's mapping, or {@code null} within an id
 * @author Quiver
 */
record Property(String path, TypeInformation<?> type, @Nullable VectorPersistentProperty mapped) {

	static Property of(PropertyPath path, VectorMappingContext context) {
		PropertyPath leaf = path.getLeafProperty();
		VectorPersistentEntity<?> owner = context.getPersistentEntity(leaf.getOwningType());
		VectorPersistentProperty mapped = (owner != null) ? owner.getPersistentProperty(leaf.getSegment()) : null;
		return new Property(path.toDotPath(), leaf.getTypeInformation(), mapped);
	}

	boolean isString() {
		return this.type.getType() == String.class;
	}

	boolean isBoolean() {
		return this.type.getType() == boolean.class || this.type.getType() == Boolean.class;
	}

	boolean isList() {
		return Collection.class.isAssignableFrom(this.type.getType());
	}

	/**
	 * Return the type of a single value: of the elements, if the property is a list.
	 * @return the type
	 */
	Class<?> valueType() {
		TypeInformation<?> element = isList() ? this.type.getComponentType() : this.type;
		return (element != null) ? element.getType() : Object.class;
	}

	boolean isMap() {
		return Map.class.isAssignableFrom(this.type.getType());
	}

	boolean isVector() {
		return this.type.getType() == Vector.class || this.type.getType() == float[].class;
	}

	boolean isFullText() {
		return this.mapped != null && this.mapped.isFullText();
	}

	/**
	 * Return how vectors of this property are compared.
	 * @return the metric, or {@code null} if this is no vector that can be searched
	 */
	@Nullable Metric metric() {
		VectorField field = (this.mapped != null) ? this.mapped.getVectorField() : null;
		return (field != null) ? field.metric() : null;
	}

}
