package io.quiver.data.core.mapping;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.quiver.data.store.CollectionSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.expression.ValueExpression;
import org.springframework.data.expression.ValueExpressionParser;
import org.springframework.data.mapping.model.BasicPersistentEntity;
import org.springframework.data.util.Lazy;
import org.springframework.util.StringUtils;

/**
 * An entity and the collection that keeps it.
 *
 * @param <T> the type of the entity
 * @author Quiver
 * @since 0.1
 */
public class VectorPersistentEntity<T> extends BasicPersistentEntity<T, VectorPersistentProperty> {

	private final @Nullable VectorCollection annotation;

	private final Lazy<String> collectionName;

	private final Lazy<EntityColumns> columns;

	VectorPersistentEntity(TypeInformation<T> information, EntityColumnsFactory columns) {
		super(information);
		this.annotation = AnnotatedElementUtils.findMergedAnnotation(information.getType(), VectorCollection.class);
		this.collectionName = Lazy.of(this::readCollectionName);
		this.columns = Lazy.of(() -> columns.create(this));
	}

	/**
	 * Return the name of the collection.
	 * @return the name, a value expression in it evaluated
	 */
	public String getCollectionName() {
		return this.collectionName.get();
	}

	/**
	 * Return the name of the store that the entity asks for.
	 * @return the name, or {@code null} for the primary store
	 */
	public @Nullable String getStoreName() {
		return (this.annotation != null && StringUtils.hasText(this.annotation.store())) ? this.annotation.store()
				: null;
	}

	/**
	 * Return the shape of the collection.
	 * @return the shape
	 * @throws UnmappableEntityException if the entity cannot be mapped, naming the
	 * property and the cure
	 */
	public CollectionSpec getCollection() {
		return this.columns.get().spec();
	}

	/**
	 * Return what stands behind each column of {@link #getCollection()}.
	 * @return the mappings, by position of the column
	 */
	public List<ColumnMapping> getColumns() {
		return this.columns.get().mappings();
	}

	/**
	 * Return the type of an id of several components.
	 * @return the entity whose properties are the components, or {@code null} if the id
	 * is a single value
	 */
	public @Nullable VectorPersistentEntity<?> getIdEntity() {
		return this.columns.get().idEntity();
	}

	/**
	 * Return where a property is kept.
	 * @param property a property of this entity, not an id of several components
	 * @return the position of its column
	 */
	public int getColumnPosition(VectorPersistentProperty property) {
		List<ColumnMapping> mappings = getColumns();
		for (int i = 0; i < mappings.size(); i++) {
			if (mappings.get(i).property().equals(property)) {
				return i;
			}
		}
		throw new IllegalArgumentException("%s has no column of its own".formatted(property));
	}

	public List<VectorPersistentProperty> getVectorProperties() {
		return properties().filter((property) -> property.getVectorField() != null).toList();
	}

	public List<VectorPersistentProperty> getFullTextProperties() {
		return properties().filter(VectorPersistentProperty::isFullText).toList();
	}

	private Stream<VectorPersistentProperty> properties() {
		return StreamSupport.stream(spliterator(), false);
	}

	private String readCollectionName() {
		String name = (this.annotation != null) ? this.annotation.name() : "";
		if (!StringUtils.hasText(name)) {
			return StringUtils.uncapitalize(getType().getSimpleName());
		}
		ValueExpression expression = ValueExpressionParser.create().parse(name);
		if (expression.isLiteral()) {
			return name;
		}
		Object value = expression.evaluate(getValueEvaluationContext(null));
		if (!StringUtils.hasText(Objects.toString(value, ""))) {
			throw new UnmappableEntityException(
					"The name of the collection of %s, '%s', is empty".formatted(getType().getName(), name),
					"set the property that it is made of, or give it as it is");
		}
		return String.valueOf(value);
	}

}
