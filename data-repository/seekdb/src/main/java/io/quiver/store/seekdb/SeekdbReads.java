package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.StoreOperations;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the port that are not searches.
 *
 * @author Quiver
 */
final class SeekdbReads {

	/** How many keys go in one statement. */
	private static final int MAX_KEYS = 1000;

	private final SeekdbCalls calls;

	SeekdbReads(SeekdbCalls calls) {
		this.calls = calls;
	}

	List<@Nullable Row> get(SeekdbRows rows, List<Key> keys, Projection projection, SearchOptions options) {
		if (keys.isEmpty()) {
			return List.of();
		}
		Operation operation = StoreOperations.GET.on(rows.spec().name()).within(options.timeout());
		return this.calls.<List<@Nullable Row>>call(operation, (session, attempt) -> {
			Map<Key, Row> found = byKey(session, rows, keys, projection, options.partitions());
			attempt.returned(found.size());
			@Nullable Row[] places = new @Nullable Row[keys.size()];
			Arrays.setAll(places, (place) -> found.get(stored(keys.get(place))));
			return Arrays.asList(places);
		});
	}

	/** A key of a negative zero is that of zero. */
	private static Key stored(Key key) {
		for (Object part : key.parts()) {
			if (part.equals(-0d) || part.equals(-0f)) {
				return new Key(key.parts()
					.stream()
					.map((each) -> (each.equals(-0d)) ? (Object) 0d : (each.equals(-0f)) ? (Object) 0f : each)
					.toList());
			}
		}
		return key;
	}

	/**
	 * Read rows within a try of another call.
	 */
	static Map<Key, Row> byKey(Session session, SeekdbRows rows, Collection<Key> keys, Projection projection,
			List<String> partitions) {
		Map<Key, Row> found = new HashMap<>();
		List<Key> distinct = new ArrayList<>((keys.size() > 1) ? new LinkedHashSet<>(keys) : keys);
		for (int from = 0; from < distinct.size(); from += MAX_KEYS) {
			List<Key> some = distinct.subList(from, Math.min(distinct.size(), from + MAX_KEYS));
			Sql sql = get(rows, some, projection, partitions);
			if (distinct.size() == 1) {
				session.query(sql, (result) -> rows.read(result, projection, 1))
					.forEach((row) -> found.put(stored(some.get(0)), row));
			}
			else {
				session.query(sql, (result) -> found.put(rows.key(result, 1),
						rows.read(result, projection, rows.spec().keySize() + 1)));
			}
		}
		return found;
	}

	/** One row needs no key to be told from others. */
	static Sql get(SeekdbRows rows, List<Key> keys, Projection projection, List<String> partitions) {
		SqlBuilder sql = new SqlBuilder().append("SELECT ");
		if (keys.size() > 1) {
			rows.select(sql, Projection.key(rows.spec())).append(", ");
		}
		rows.table(rows.select(sql, projection).append(" FROM "), partitions).append(" WHERE ");
		return rows.hasKey(sql, keys).build();
	}

	List<Row> find(SeekdbRows rows, FindRequest request) {
		return this.calls.call(StoreOperations.find(request), (session, attempt) -> {
			List<Row> found = session.query(statement(rows, request),
					(result) -> rows.read(result, request.projection(), 1));
			attempt.returned(found.size());
			return found;
		});
	}

	static Sql statement(SeekdbRows rows, FindRequest request) {
		SeekdbFilters filters = new SeekdbFilters(rows);
		RowOrder order = new RowOrder(rows, request.sort());
		SqlBuilder sql = rows.select(new SqlBuilder().append("SELECT "), request.projection()).append(" FROM ");
		filters.where(rows.table(sql, request.options().partitions()), request.filter());
		Row after = request.after();
		if (after != null) {
			order.behind(sql.append((request.filter() != null) ? " AND " : " WHERE "), after);
		}
		order.write(sql).append(" LIMIT ").bind(request.limit());
		return ((request.offset() > 0) ? sql.append(" OFFSET ").bind(request.offset()) : sql).build();
	}

	long count(SeekdbRows rows, @Nullable Filter filter, SearchOptions options) {
		Operation operation = StoreOperations.COUNT.on(rows.spec().name()).within(options.timeout());
		return this.calls.call(operation, (session, attempt) -> {
			SqlBuilder sql = rows.table(new SqlBuilder().append("SELECT COUNT(*) FROM "), options.partitions());
			attempt.returned(1);
			return session.query(new SeekdbFilters(rows).where(sql, filter).build(), (result) -> result.getLong(1))
				.get(0);
		});
	}

}
