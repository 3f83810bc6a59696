package io.quiver.store.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys of each type that the store takes stay different from each other and have their
 * order.
 *
 * @author Quiver
 */
final class KeysTopic extends Topic {

	/** In rising order. */
	private static final Map<ColumnType, List<Object>> KEYS = Map.of(ColumnType.STRING,
			List.of(" ", "", "A", "a", "a ", "a'b", "a/b", "a\u0000b", "ab", "\u00e9", "\uffee", "\ud83d\ude00"),
			ColumnType.INTEGER, List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE), ColumnType.LONG,
			List.of(Long.MIN_VALUE, -1L, 0L, 1L, 9007199254740993L, Long.MAX_VALUE), ColumnType.UUID,
			List.of(new UUID(0, 0), new UUID(0, 1), new UUID(0, -1), new UUID(1, 0), new UUID(Long.MAX_VALUE, 1),
					new UUID(Long.MIN_VALUE, 0), new UUID(-1, -1)),
			ColumnType.BOOLEAN, List.of(false, true), ColumnType.DATE,
			List.of(LocalDate.of(1, 1, 1), LocalDate.EPOCH, LocalDate.of(9999, 12, 31)), ColumnType.TIMESTAMP,
			List.of(Instant.parse("1901-01-01T00:00:00.001Z"), Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z"),
					Instant.parse("2026-01-01T00:00:00.001Z")),
			ColumnType.DOUBLE, List.of(-1e300, -1.5, 0d, Double.MIN_VALUE, 1.5, 1e300), ColumnType.DECIMAL,
			List.of(new BigDecimal("-10"), new BigDecimal("-9.99"), new BigDecimal("0"), new BigDecimal("9.99"),
					new BigDecimal("10")));

	KeysTopic(RowStore store) {
		super(store);
	}

	private CollectionSpec spec(Column... keys) {
		List<Column> columns = new ArrayList<>(List.of(keys));
		columns.add(Shape.string("text"));
		columns.add(Shape.vector("vector", 4, Metric.EUCLIDEAN));
		return new CollectionSpec(this.name, columns);
	}

	private boolean takes(CollectionSpec spec) {
		return this.abilities.shape().objection(spec) == null;
	}

	private void assertKept(CollectionSpec spec, List<Key> keys) {
		create(spec);
		List<Row> rows = keys.stream().map((key) -> Shape.row(key, "row of " + key, null)).toList();
		List<Row> shuffled = new ArrayList<>(rows);
		Collections.reverse(shuffled);
		save(spec, shuffled);
		assertThat(this.store.get(spec, keys, Projection.all(spec), SearchOptions.none())).as("rows by key")
			.isEqualTo(rows);
		if (this.abilities.has(Ability.LIST)) {
			assertThat(keys(spec, null)).as("keys in order").isEqualTo(keys);
		}
		this.store.delete(DeleteRequest.of(spec, keys.subList(0, 1)));
		assertThat(this.store.get(spec, keys.subList(0, 2), Projection.key(spec), SearchOptions.none()))
			.containsExactly(null, Shape.row(keys.get(1)));
		this.store.drop(spec.name());
	}

	@Behaviour("keeps keys of every type that it takes apart and in order, or refuses one clearly")
	void types() {
		KEYS.forEach((type, values) -> {
			CollectionSpec spec = spec(Shape.key("id", type));
			if (takes(spec)) {
				List<Key> keys = values.stream().sorted(ValueOrder::compare).map(Key::of).toList();
				create(spec);
				List<Key> taken = keys.stream().filter((key) -> takes(spec, key)).toList();
				this.store.drop(spec.name());
				assertThat(taken).as("keys of type %s that are taken", type)
					.hasSizeGreaterThanOrEqualTo(keys.size() - 1);
				assertKept(spec, taken);
			}
		});
	}

	/** A system may have a key that stands for none. */
	private boolean takes(CollectionSpec spec, Key key) {
		try {
			save(spec, Shape.row(key, "probe", null));
			return true;
		}
		catch (InvalidDataAccessApiUsageException ex) {
			assertThat(ex.getMessage()).as("why key %s is refused", key).contains(key.toString());
			assertThat(this.store.get(spec, List.of(key), Projection.key(spec), SearchOptions.none()))
				.containsOnlyNulls();
			return false;
		}
	}

	@Behaviour("keeps composite keys apart whose parts read the same when joined")
	void ambiguous() {
		CollectionSpec spec = spec(Shape.key("first", ColumnType.STRING), Shape.key("second", ColumnType.STRING));
		if (takes(spec)) {
			assertKept(spec,
					List.of(Key.of("", "abc"), Key.of("a", ""), Key.of("a", "bc"), Key.of("a\u0000", "bc"),
							Key.of("a\u0000b", "c"), Key.of("ab", "c"), Key.of("ab/", "c"), Key.of("ab/c", ""),
							Key.of("abc", "")));
		}
	}

	@Behaviour("keeps keys of components of several types in order")
	void composite() {
		CollectionSpec spec = spec(Shape.key("a", ColumnType.LONG), Shape.key("b", ColumnType.STRING),
				Shape.key("c", ColumnType.UUID));
		if (takes(spec)) {
			assertKept(spec,
					List.of(Key.of(-2L, "b", new UUID(1, 1)), Key.of(1L, "a", new UUID(9, 9)),
							Key.of(1L, "b", new UUID(0, 1)), Key.of(1L, "b", new UUID(-1, 1)),
							Key.of(10L, "", new UUID(0, 0))));
		}
	}

	@Behaviour("takes a key of two thousand characters")
	void longKey() {
		CollectionSpec spec = spec(Shape.key("id", ColumnType.STRING));
		if (takes(spec)) {
			create(spec);
			Row row = Shape.row(Key.of("k".repeat(2000)), "long", null);
			Row other = Shape.row(Key.of("k".repeat(1999)), "less", null);
			save(spec, row, other);
			assertThat(read(spec, spec.keyOf(row))).isEqualTo(row);
			assertThat(read(spec, spec.keyOf(other))).isEqualTo(other);
		}
	}

}
