package io.quiver.store.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import static io.quiver.data.core.query.Filter.where;

/**
 * Collections in the shape that a store can keep: its kind of key, and keys of rows
 * numbered from 0 on that rise with the number.
 *
 * @author Quiver
 */
final class Shape {

	private static final List<Shape> KNOWN = List.of(
			new Shape(List.of(key("id", ColumnType.STRING)), (row) -> Key.of("row-%06d".formatted(row))),
			new Shape(List.of(key("id", ColumnType.LONG)), (row) -> Key.of((long) row)),
			new Shape(List.of(key("id", ColumnType.UUID)), (row) -> Key.of(new UUID(0, row))),
			new Shape(List.of(key("group", ColumnType.STRING), key("id", ColumnType.STRING)),
					(row) -> Key.of("all", "row-%06d".formatted(row))),
			new Shape(List.of(key("group", ColumnType.STRING), key("time", ColumnType.TIMESTAMP)),
					(row) -> Key.of("all", Instant.ofEpochSecond(row))));

	private final List<KeyColumn> keyColumns;

	private final IntFunction<Key> keys;

	private final boolean exactOnly;

	private final boolean lists;

	private Shape(List<KeyColumn> keyColumns, IntFunction<Key> keys) {
		this(keyColumns, keys, false, true);
	}

	private Shape(List<KeyColumn> keyColumns, IntFunction<Key> keys, boolean exactOnly, boolean lists) {
		this.keyColumns = keyColumns;
		this.keys = keys;
		this.exactOnly = exactOnly;
		this.lists = lists;
	}

	static Shape of(Abilities abilities) {
		Shape shape = KNOWN.stream()
			.filter((each) -> abilities.shape()
				.objection(each.spec("probe", string("text"), vector("vector", 4, Metric.EUCLIDEAN))) == null)
			.filter((each) -> abilities.has(Ability.LIST) || each.keyColumns.size() > 1
					|| abilities.find().objection(where("text").is(""), each.spec("probe", string("text"))) != null)
			.findFirst()
			.orElseThrow(() -> new AssertionError("The store takes no key that the contract knows"));
		return new Shape(shape.keyColumns, shape.keys, !abilities.has(Ability.NEAREST), abilities.has(Ability.LIST));
	}

	/** Whether a store keeps rows by components of these types. */
	static boolean takesKey(Abilities abilities, Class<?>... types) {
		List<Column> columns = new ArrayList<>();
		for (ColumnType type : ColumnType.values()) {
			for (Class<?> wanted : types) {
				if (type.javaType() == wanted) {
					columns.add(key("key" + columns.size(), type));
				}
			}
		}
		columns.add(string("text"));
		columns.add(vector("vector", 4, Metric.EUCLIDEAN));
		return abilities.shape().objection(new CollectionSpec("probe", columns)) == null;
	}

	static KeyColumn key(String name, ColumnType type) {
		return new KeyColumn(name, type, false);
	}

	static ValueColumn string(String name) {
		return value(name, ColumnType.STRING);
	}

	static ValueColumn number(String name) {
		return value(name, ColumnType.LONG);
	}

	static ValueColumn value(String name, ColumnType type) {
		return new ValueColumn(name, type, true, true, false, false);
	}

	static ValueColumn fullText(String name) {
		return new ValueColumn(name, ColumnType.STRING, true, true, true, false);
	}

	static ValueColumn version(String name) {
		return new ValueColumn(name, ColumnType.LONG, false, true, false, true);
	}

	static ListColumn list(String name, ColumnType type) {
		return new ListColumn(name, type, true);
	}

	static VectorColumn vector(String name, int dimension, Metric metric) {
		return new VectorColumn(name, dimension, metric, true);
	}

	/** A collection of this key and of the columns given. */
	CollectionSpec spec(String name, Column... columns) {
		List<Column> all = new ArrayList<>(this.keyColumns);
		all.addAll(Arrays.asList(columns));
		return new CollectionSpec(name, all);
	}

	Key key(int row) {
		return this.keys.apply(row);
	}

	/** A full row: the key of its number, then the values given. */
	Row row(int row, @Nullable Object... values) {
		return row(key(row), values);
	}

	static Row row(Key key, @Nullable Object... values) {
		List<@Nullable Object> all = new ArrayList<>(key.parts());
		all.addAll(Arrays.asList(values));
		return Row.of(all.toArray());
	}

	/** The filter of all rows that this shape numbers. */
	@Nullable Filter everything() {
		return (this.lists) ? null : where(this.keyColumns.get(0).name()).is(key(0).parts().get(0));
	}

	/** The filter given, on the rows that this shape numbers. */
	Filter within(Filter filter) {
		Filter everything = everything();
		return (everything != null) ? Filter.and(everything, filter) : filter;
	}

	SearchOptions nearestOptions() {
		return (this.exactOnly) ? SearchOptions.none().withExact() : SearchOptions.none();
	}

}
