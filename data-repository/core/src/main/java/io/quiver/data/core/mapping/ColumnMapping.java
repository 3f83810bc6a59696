package io.quiver.data.core.mapping;

import java.util.function.UnaryOperator;

import io.quiver.data.store.Column;
import org.jspecify.annotations.Nullable;

/**
 * One column and how a property's values cross into it and back.
 *
 * @param path the property path from the entity, such as {@code title} or
 * {@code id.region}
 * @param property the property, for a component of the id the component
 * @param column the column
 * @param codec how a single value is kept, in a list column each element; {@code null}
 * for vectors and metadata
 * @param toColumn from the property's value; never asked for null
 * @param fromColumn to the property's value; never asked for null
 * @author Quiver
 * @since 0.1
 */
public record ColumnMapping(String path, VectorPersistentProperty property, Column column, @Nullable ValueCodec codec,
		UnaryOperator<Object> toColumn, UnaryOperator<Object> fromColumn) {
}
