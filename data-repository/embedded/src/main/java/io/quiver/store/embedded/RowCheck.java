package io.quiver.store.embedded;

import java.util.List;
import java.util.Map;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that a column cannot have, before anything is written.
 *
 * @author Quiver
 */
final class RowCheck {

	private final CollectionSpec spec;

	RowCheck(CollectionSpec spec) {
		this.spec = spec;
	}

	void check(int position, @Nullable Object value) {
		Column column = this.spec.columns().get(position);
		String problem = (value != null) ? problem(column, value) : column.nullable() ? null : "is null";
		if (problem != null) {
			throw new RowRefusedException(
					"Column '%s' of collection '%s' %s".formatted(column.name(), this.spec.name(), problem));
		}
	}

	private static @Nullable String problem(Column column, Object value) {
		return switch (column) {
			case KeyColumn key -> problem(key.type(), value);
			case ValueColumn single -> problem(single.type(), value);
			case ListColumn list -> (value instanceof List<?> elements) ? first(list.elementType(), elements)
					: "takes lists, not " + value.getClass().getName();
			case MapColumn map -> (value instanceof Map<?, ?> entries) ? metadata(entries)
					: "takes maps, not " + value.getClass().getName();
			case VectorColumn vector ->
				(value instanceof float[] components) ? vectorProblem(vector.dimension(), vector.metric(), components)
						: "takes vectors, not " + value.getClass().getName();
		};
	}

	private static @Nullable String problem(ColumnType type, @Nullable Object value) {
		if (!type.javaType().isInstance(value)) {
			return "is of type %s and cannot hold a %s".formatted(type,
					(value != null) ? value.getClass().getName() : "null");
		}
		boolean infinite = value instanceof Float single && !Float.isFinite(single)
				|| value instanceof Double number && !Double.isFinite(number);
		return infinite ? "cannot hold %s, only finite numbers".formatted(value) : null;
	}

	private static @Nullable String first(ColumnType type, List<?> elements) {
		for (Object element : elements) {
			String problem = problem(type, element);
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	private static @Nullable String metadata(Map<?, ?> entries) {
		for (Map.Entry<?, ?> entry : entries.entrySet()) {
			if (!(entry.getKey() instanceof String)) {
				return "has a key that is no string: " + entry.getKey();
			}
			if (entry.getValue() != null && !isMetadata(entry.getValue())) {
				return "has a value at '%s' that free metadata cannot hold: a %s".formatted(entry.getKey(),
						entry.getValue().getClass().getName());
			}
		}
		return null;
	}

	private static boolean isMetadata(Object value) {
		if (value instanceof List<?> list) {
			return list.stream().allMatch((element) -> element != null && isMetadata(element));
		}
		return MetadataValues.type(value) != null && MetadataTerms.isKnown(value);
	}

	/**
	 * Say what stands against a vector, never the vector itself.
	 * @return what stands against it, or {@code null}
	 */
	static @Nullable String vectorProblem(int dimension, Metric metric, float[] vector) {
		if (vector.length != dimension) {
			return "has %d dimensions, not %d".formatted(dimension, vector.length);
		}
		if (!VectorColumn.isFinite(vector)) {
			return "takes no vector with a component that is not finite";
		}
		return (metric == Metric.COSINE && isZero(vector))
				? "takes no zero vector, since it has no direction under COSINE" : null;
	}

	private static boolean isZero(float[] vector) {
		for (float component : vector) {
			if (component != 0) {
				return false;
			}
		}
		return true;
	}

}
