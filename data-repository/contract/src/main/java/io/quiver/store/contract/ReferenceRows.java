package io.quiver.store.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection, or of one tenant of it, in the order of their keys.
 *
 * @author Quiver
 */
final class ReferenceRows {

	private final Map<Key, Stored> rows = new TreeMap<>(ReferenceRows::compareKeys);

	private long generated;

	static int compareKeys(Key left, Key right) {
		for (int i = 0; i < left.parts().size(); i++) {
			int order = ValueOrder.compare(left.parts().get(i), right.parts().get(i));
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	static Comparator<Values> keyOrder(CollectionSpec spec) {
		return (left, right) -> compareKeys(left.key(spec), right.key(spec));
	}

	@Nullable Values get(Key key) {
		Stored stored = this.rows.get(key);
		return (stored != null && stored.alive()) ? stored.values() : null;
	}

	void put(Key key, Values values, @Nullable Instant expires) {
		this.rows.put(key, new Stored(values, expires));
	}

	boolean remove(Key key) {
		Stored removed = this.rows.remove(key);
		return removed != null && removed.alive();
	}

	Stream<Values> matching(@Nullable Filter filter) {
		return List.copyOf(this.rows.values())
			.stream()
			.filter(Stored::alive)
			.map(Stored::values)
			.filter((values) -> FilterEvaluator.matches(filter, values));
	}

	/**
	 * Return a value for a key column that the store fills.
	 */
	Object generate(Class<?> type) {
		if (type == UUID.class) {
			return UUID.randomUUID();
		}
		this.generated++;
		return (type == Integer.class) ? (Object) Math.toIntExact(this.generated)
				: (type == Long.class) ? (Object) this.generated : Long.toString(this.generated);
	}

	/**
	 * One row, and when it vanishes.
	 *
	 * @param values the values by column
	 * @param expires the end of its time to live
	 */
	private record Stored(Values values, @Nullable Instant expires) {

		boolean alive() {
			return this.expires == null || Instant.now().isBefore(this.expires);
		}

	}

}
