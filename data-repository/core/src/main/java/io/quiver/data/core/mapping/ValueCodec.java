package io.quiver.data.core.mapping;

import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.quiver.data.store.ColumnType;

/**
 * How the single values of one Java class cross into a column and back. Never asked for
 * null.
 *
 * @param javaType the class on the entity's side, never primitive
 * @param columnType the type on the store's side
 * @param toColumn from the entity's side
 * @param fromColumn from the store's side
 * @author Quiver
 * @since 0.1
 */
public record ValueCodec(Class<?> javaType, ColumnType columnType, UnaryOperator<Object> toColumn,
		UnaryOperator<Object> fromColumn) {

	static ValueCodec identity(ColumnType type) {
		return new ValueCodec(type.javaType(), type, UnaryOperator.identity(), UnaryOperator.identity());
	}

	static <J, C> ValueCodec of(Class<J> javaType, ColumnType type, Function<J, C> toColumn,
			Function<C, J> fromColumn) {
		return new ValueCodec(javaType, type, (value) -> toColumn.apply(javaType.cast(value)), (value) -> {
			@SuppressWarnings("unchecked")
			C stored = (C) value;
			return fromColumn.apply(stored);
		});
	}

}
