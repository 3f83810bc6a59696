package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * A collection with a column of every type that a store takes, and rows of every value
 * that systems trip over, with nulls between.
 *
 * @author Quiver
 */
final class WideRows {

	private final Shape shape;

	private final CollectionSpec spec;

	WideRows(String name, Abilities abilities) {
		this.shape = Shape.of(abilities);
		List<Column> columns = new ArrayList<>();
		for (ColumnType type : ColumnType.values()) {
			columns.add(Shape.value(type.name().toLowerCase(Locale.ROOT), type));
		}
		columns.add(Shape.list("texts", ColumnType.STRING));
		columns.add(Shape.list("numbers", ColumnType.LONG));
		if (abilities.has(Ability.DYNAMIC_FIELDS)) {
			columns.add(new MapColumn("metadata"));
		}
		columns.removeIf((column) -> abilities.shape().objection(spec(name, List.of(column))) != null);
		this.spec = spec(name, columns);
	}

	private CollectionSpec spec(String name, List<Column> columns) {
		List<Column> all = new ArrayList<>(columns);
		all.add(Shape.vector("vector", 2, Metric.EUCLIDEAN));
		return this.shape.spec(name, all.toArray(new Column[0]));
	}

	CollectionSpec spec() {
		return this.spec;
	}

	List<Row> rows(int count) {
		Random random = new Random(42);
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int row = i;
			@Nullable Object[] values = new @Nullable Object[this.spec.columns().size() - this.spec.keySize()];
			Arrays.setAll(values, (at) -> value(this.spec.columns().get(at + this.spec.keySize()), row, random));
			rows.add(this.shape.row(row, values));
		}
		return rows;
	}

	private static @Nullable Object value(Column column, int row, Random random) {
		if (column instanceof Column.VectorColumn) {
			return new float[] { row, 1 };
		}
		if (random.nextInt(6) == 0) {
			return null;
		}
		if (column instanceof ValueColumn value) {
			return any(SampleValues.of(value.type()), random);
		}
		if (column instanceof ListColumn list) {
			List<Object> elements = new ArrayList<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				elements.add(any(SampleValues.of(list.elementType()), random));
			}
			return elements;
		}
		return metadata(random);
	}

	private static Map<String, @Nullable Object> metadata(Random random) {
		Map<String, @Nullable Object> metadata = new HashMap<>();
		metadata.put("text", any(List.of("a", "b", "abc", "A"), random));
		metadata.put("number", any(List.of(1L, 2L, 1.5, 1.0, -3L, "1"), random));
		metadata.put("flag", any(List.of(true, false), random));
		metadata.put("list", any(List.of(List.of("a", "b"), List.of(1L, 2L), List.of()), random));
		metadata.put("dotted.key", any(List.of("a", 1L), random));
		metadata.keySet().removeIf((key) -> random.nextInt(5) == 0);
		metadata.replaceAll((key, value) -> (random.nextInt(5) == 0) ? null : value);
		return metadata;
	}

	private static Object any(List<? extends Object> values, Random random) {
		return Objects.requireNonNull(values.get(random.nextInt(values.size())));
	}

}
