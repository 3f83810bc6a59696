package io.quiver.data.repository.query;

import java.util.Collection;
import java.util.Map;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.ValueCodec;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;

import org.springframework.core.convert.ConversionService;
import org.springframework.util.ClassUtils;

/**
 * Knows before any call which types of arguments can be compared with a property. In
 * doubt they can: what a conversion makes of a value is seen at the call. A text and a
 * number, though, are taken for swapped parameters, even if one could be read as the
 * other.
 *
 * @author Quiver
 */
final class ArgumentTypes {

	private final VectorPersistentEntity<?> entity;

	private final ConversionService conversionService;

	ArgumentTypes(VectorMappingContext context, Class<?> type) {
		this.entity = context.getRequiredPersistentEntity(type);
		this.conversionService = context.getConversionService();
	}

	/**
	 * Return whether values can be compared with a property.
	 * @param given the declared type of the values
	 * @param path the path of the property
	 * @param declared the type of the property, or of its elements
	 * @return whether they can
	 */
	boolean fits(Class<?> given, String path, Class<?> declared) {
		Class<?> from = ClassUtils.resolvePrimitiveIfNecessary(given);
		Class<?> to = ClassUtils.resolvePrimitiveIfNecessary(declared);
		return related(from, to) || isStoredAs(from, path) || converts(from, to);
	}

	private boolean isStoredAs(Class<?> from, String path) {
		return this.entity.getColumns()
			.stream()
			.filter((column) -> column.path().equals(path))
			.map(ColumnMapping::codec)
			.anyMatch((codec) -> codec != null && isStoredAs(from, codec));
	}

	private static boolean isStoredAs(Class<?> from, ValueCodec codec) {
		return related(from, codec.javaType()) || related(from, codec.columnType().javaType());
	}

	private boolean converts(Class<?> from, Class<?> to) {
		if (from.isArray() || Collection.class.isAssignableFrom(from) || Map.class.isAssignableFrom(from)) {
			return false;
		}
		if (to == String.class) {
			return CharSequence.class.isAssignableFrom(from) || from == Character.class
					|| !from.getName().startsWith("java.");
		}
		if (from == String.class && (Number.class.isAssignableFrom(to) || to == Boolean.class)) {
			return false;
		}
		return this.conversionService.canConvert(from, to);
	}

	private static boolean related(Class<?> from, Class<?> to) {
		return from.isAssignableFrom(to) || to.isAssignableFrom(from);
	}

}
