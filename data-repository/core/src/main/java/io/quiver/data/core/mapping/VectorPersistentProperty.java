package io.quiver.data.core.mapping;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.Association;
import org.springframework.data.mapping.model.AnnotationBasedPersistentProperty;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.util.StringUtils;

/**
 * A property of an entity, kept in one column; an id that is a record, in one column for
 * each component.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorPersistentProperty extends AnnotationBasedPersistentProperty<VectorPersistentProperty> {

	private final @Nullable VectorField vectorField;

	private final @Nullable Field field;

	private final boolean fullText;

	private final boolean generated;

	VectorPersistentProperty(Property property, VectorPersistentEntity<?> owner, SimpleTypeHolder simpleTypeHolder) {
		super(property, owner, simpleTypeHolder);
		this.vectorField = findAnnotation(VectorField.class);
		this.field = findAnnotation(Field.class);
		this.fullText = isAnnotationPresent(FullText.class);
		this.generated = isAnnotationPresent(Generated.class);
	}

	/**
	 * Return the name of the property's column.
	 * @return the name in the store
	 */
	public String getColumnName() {
		if (this.vectorField != null && StringUtils.hasText(this.vectorField.name())) {
			return this.vectorField.name();
		}
		return (this.field != null && StringUtils.hasText(this.field.name())) ? this.field.name() : getName();
	}

	/**
	 * Return how the property's vector is compared.
	 * @return the annotation, or {@code null} if the property is no vector
	 */
	public @Nullable VectorField getVectorField() {
		return this.vectorField;
	}

	public boolean isFullText() {
		return this.fullText;
	}

	public boolean isIndexed() {
		return this.field == null || this.field.indexed();
	}

	/**
	 * Return whether a missing id is made.
	 * @return whether the property is annotated with {@link Generated}
	 */
	public boolean isGenerated() {
		return this.generated;
	}

	@Override
	protected Association<VectorPersistentProperty> createAssociation() {
		return new Association<>(this, null);
	}

}
