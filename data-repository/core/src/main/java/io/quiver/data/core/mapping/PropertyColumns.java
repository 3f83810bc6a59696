package io.quiver.data.core.mapping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.quiver.data.store.Column;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Vector;

/**
 * Gives a property that is not the id its column.
 *
 * @author Quiver
 */
final class PropertyColumns {

	private static final Set<Class<?>> METADATA_VALUES = Set.of(Object.class, String.class, Boolean.class, Long.class,
			Double.class, Instant.class);

	private static final Set<Class<?>> ZONED = Set.of(OffsetDateTime.class, ZonedDateTime.class);

	private final ValueCodecs codecs;

	PropertyColumns(ValueCodecs codecs) {
		this.codecs = codecs;
	}

	ColumnMapping create(VectorPersistentProperty property) {
		VectorField vectorField = property.getVectorField();
		if (vectorField != null) {
			return vectorColumn(property, vectorField);
		}
		ValueCodec codec = this.codecs.find(property.getType());
		if (property.isFullText() && (codec == null || property.getType() != String.class)) {
			throw refused(property, "has no words to search", "put @FullText on a String");
		}
		if (codec != null) {
			return valueColumn(property, codec);
		}
		if (property.isVersionProperty()) {
			throw refused(property, "cannot count versions", "use int, Integer, long or Long");
		}
		if (property.isMap()) {
			return mapColumn(property);
		}
		ListCodec list = listCodec(property.getTypeInformation());
		if (list != null) {
			return new ColumnMapping(property.getName(), property, list.column(property.getColumnName()),
					list.element(), list::toColumn, list::fromColumn);
		}
		throw noColumn(property);
	}

	private static ColumnMapping vectorColumn(VectorPersistentProperty property, VectorField field) {
		if (field.dimension() < 1) {
			throw refused(property,
					"has dimension %d, and a vector at least one component".formatted(field.dimension()),
					"set the dimension of @VectorField to that of the vectors");
		}
		VectorColumn column = new VectorColumn(property.getColumnName(), field.dimension(), field.metric(), true);
		if (property.getType() == float[].class) {
			return mapping(property, column, UnaryOperator.identity(), UnaryOperator.identity());
		}
		if (property.getType() == Vector.class) {
			return mapping(property, column, (value) -> floats((Vector) value),
					(value) -> Vector.unsafe((float[]) value));
		}
		throw refused(property, "cannot be a vector", "use " + Vector.class.getName() + " or float[]");
	}

	private static float[] floats(Vector vector) {
		return (vector.getSource() instanceof float[] source) ? source : vector.toFloatArray();
	}

	private static ColumnMapping valueColumn(VectorPersistentProperty property, ValueCodec codec) {
		boolean version = property.isVersionProperty();
		if (version && codec.javaType() != Integer.class && codec.javaType() != Long.class) {
			throw refused(property, "cannot count versions", "use int, Integer, long or Long");
		}
		boolean nullable = !property.getType().isPrimitive() && !version;
		ValueColumn column = new ValueColumn(property.getColumnName(), codec.columnType(), nullable,
				property.isIndexed() && codec.columnType().isOrdered(), property.isFullText(), version);
		return new ColumnMapping(property.getName(), property, column, codec, codec.toColumn(), codec.fromColumn());
	}

	private static ColumnMapping mapColumn(VectorPersistentProperty property) {
		TypeInformation<?> values = property.getTypeInformation().getMapValueType();
		Class<?> keys = property.getComponentType();
		if (keys != String.class || values == null || !METADATA_VALUES.contains(values.getType())
				|| !property.getType().isAssignableFrom(LinkedHashMap.class)) {
			throw refused(property, "is no free metadata", "use Map<String, Object> or register a converter");
		}
		Metadata metadata = new Metadata(property.getName());
		return mapping(property, new MapColumn(property.getColumnName()),
				(value) -> metadata.toColumn((Map<?, ?>) value), UnaryOperator.identity());
	}

	private @Nullable ListCodec listCodec(TypeInformation<?> type) {
		if (!Collection.class.isAssignableFrom(type.getType()) && !type.getType().isArray()) {
			return null;
		}
		if (type.getType() == float[].class || type.getType() == double[].class) {
			return null;
		}
		TypeInformation<?> elements = type.getComponentType();
		if (elements == null) {
			return null;
		}
		ValueCodec element = this.codecs.find(elements.getType());
		return (element != null && element.columnType() != ColumnType.BINARY)
				? new ListCodec(type.getType(), elements.getType(), element) : null;
	}

	private static ColumnMapping mapping(VectorPersistentProperty property, Column column,
			UnaryOperator<Object> toColumn, UnaryOperator<Object> fromColumn) {
		return new ColumnMapping(property.getName(), property, column, null, toColumn, fromColumn);
	}

	private static UnmappableEntityException noColumn(VectorPersistentProperty property) {
		Class<?> type = property.getType();
		if (type == Vector.class || type == float[].class) {
			return refused(property, "is a vector of unknown dimension",
					"annotate it with @VectorField(dimension = ...)");
		}
		if (type == double[].class) {
			return refused(property, "is neither vector nor list", "use float[] with @VectorField, or List<Double>");
		}
		if (ZONED.contains(type)) {
			return refused(property, "would lose its time zone", "use Instant, or register a converter to String");
		}
		return refused(property, "has no column type",
				"register a converter to a simple type, or annotate it with @Transient");
	}

	private static UnmappableEntityException refused(VectorPersistentProperty property, String problem, String cure) {
		return new UnmappableEntityException(EntityColumnsFactory.describe(property) + " " + problem, cure);
	}

}
