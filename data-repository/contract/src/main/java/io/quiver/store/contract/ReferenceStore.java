package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;
import io.quiver.data.store.SortRule;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * A store that is obviously right: in memory, exact, one call at a time. Tests of stores
 * compare with it, tests of entities and repositories run on it, and with fewer abilities
 * it stands for a system that can do less.
 *
 * @author Quiver
 * @since 0.1
 */
public class ReferenceStore implements RowStore {

	/**
	 * All that the port knows.
	 */
	public static final Abilities EVERYTHING = Abilities.of((abilities) -> abilities.can(Ability.values())
		.options(Option.values())
		.sort(SortRule.any())
		.find(FilterRule.all())
		.nearest(FilterRule.all())
		.count(FilterRule.all())
		.delete(FilterRule.all()));

	private final String name;

	private final StoreKind kind;

	private final Refusals refusals;

	private final Map<String, CollectionSpec> specs = new TreeMap<>();

	private final Map<String, Map<String, ReferenceRows>> tenants = new TreeMap<>();

	private boolean closed;

	/**
	 * Create a store that can do everything.
	 * @param name the name of the store
	 */
	public ReferenceStore(String name) {
		this(name, EVERYTHING);
	}

	/**
	 * Create a store that can do what is declared and refuses the rest.
	 * @param name the name of the store
	 * @param abilities what it can do
	 */
	public ReferenceStore(String name, Abilities abilities) {
		this(name, new StoreKind("reference", abilities));
	}

	/**
	 * Create a store that passes for another kind.
	 * @param name the name of the store
	 * @param kind the kind
	 */
	public ReferenceStore(String name, StoreKind kind) {
		this.name = name;
		this.kind = kind;
		this.refusals = new Refusals(name, kind);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public StoreKind kind() {
		return this.kind;
	}

	@Override
	public synchronized List<String> collections() {
		requireOpen();
		return List.copyOf(this.specs.keySet());
	}

	@Override
	public synchronized @Nullable CollectionSpec describe(String collection) {
		requireOpen();
		return this.specs.get(collection);
	}

	@Override
	public synchronized void create(CollectionSpec collection) {
		requireOpen();
		this.refusals.shape(collection);
		CollectionSpec there = this.specs.putIfAbsent(collection.name(), collection);
		if (there != null && !there.equals(collection)) {
			throw new InvalidDataAccessResourceUsageException(
					"Collection '%s' of store '%s' is there with another shape: %s instead of %s"
						.formatted(collection.name(), this.name, there.columns(), collection.columns()));
		}
		this.tenants.putIfAbsent(collection.name(), new TreeMap<>());
	}

	@Override
	public synchronized void addColumns(CollectionSpec collection) {
		this.refusals.missing(Ability.ADD_COLUMNS);
		rows(collection.name(), null);
		this.refusals.shape(collection);
		this.specs.put(collection.name(), collection);
	}

	@Override
	public synchronized boolean drop(String collection) {
		requireOpen();
		this.tenants.remove(collection);
		return this.specs.remove(collection) != null;
	}

	@Override
	public synchronized CollectionStats stats(String collection) {
		rows(collection, null);
		long rows = this.tenants.getOrDefault(collection, Map.of())
			.values()
			.stream()
			.mapToLong((tenant) -> tenant.matching(null).count())
			.sum();
		return new CollectionStats(rows, null, Map.of());
	}

	@Override
	public synchronized WriteResult write(WriteRequest request) {
		requireOpen();
		this.refusals.write(request);
		ReferenceRows rows = rows(request.collection().name(), request.options().tenant());
		return new ReferenceWriter(rows, this.kind.abilities()).write(request);
	}

	@Override
	public synchronized WriteResult delete(DeleteRequest request) {
		requireOpen();
		this.refusals.delete(request);
		ReferenceRows rows = rows(request.collection().name(), request.options().tenant());
		return new ReferenceWriter(rows, this.kind.abilities()).delete(request);
	}

	@Override
	public synchronized long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		requireOpen();
		this.refusals.options(options.used());
		this.refusals.filter(this.kind.abilities().delete(), filter, collection);
		ReferenceRows rows = rows(collection.name(), options.tenant());
		long deleted = rows.matching(filter).filter((row) -> rows.remove(row.key(collection))).count();
		return (this.kind.abilities().has(Ability.DELETE_COUNT)) ? deleted : -1;
	}

	@Override
	public synchronized List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		requireOpen();
		this.refusals.options(options.used());
		ReferenceRows rows = rows(collection.name(), options.tenant());
		List<@Nullable Row> found = new ArrayList<>();
		for (Key key : keys) {
			Values values = rows.get(key);
			found.add((values != null) ? values.row(collection, projection) : null);
		}
		return found;
	}

	@Override
	public synchronized List<Row> find(FindRequest request) {
		requireOpen();
		this.refusals.find(request);
		CollectionSpec spec = request.collection();
		Projection place = Projection
			.of(IntStream.concat(request.sort().stream().mapToInt(SortKey::column), IntStream.range(0, spec.keySize()))
				.toArray());
		RowOrder order = new RowOrder(spec, request.sort());
		Row after = request.after();
		return rows(spec.name(), request.options().tenant()).matching(request.filter())
			.filter((row) -> after == null || order.compare(row.row(spec, place), after) > 0)
			.sorted((left, right) -> order.compare(left.row(spec, place), right.row(spec, place)))
			.skip(request.offset())
			.limit(request.limit())
			.map((row) -> row.row(spec, request.projection()))
			.toList();
	}

	@Override
	public synchronized List<Hit> nearest(NearestRequest request) {
		requireOpen();
		this.refusals.nearest(request);
		ReferenceRows rows = rows(request.collection().name(), request.options().tenant());
		return new ReferenceRanking(rows, this.kind.abilities()).nearest(request);
	}

	@Override
	public synchronized List<Hit> rank(RankRequest request) {
		requireOpen();
		this.refusals.rank(request);
		ReferenceRows rows = rows(request.collection().name(), request.options().tenant());
		return new ReferenceRanking(rows, this.kind.abilities()).rank(request);
	}

	@Override
	public synchronized long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		requireOpen();
		this.refusals.options(options.used());
		this.refusals.filter(this.kind.abilities().count(), filter, collection);
		return rows(collection.name(), options.tenant()).matching(filter).count();
	}

	@Override
	public synchronized void close() {
		this.closed = true;
	}

	private ReferenceRows rows(String collection, @Nullable String tenant) {
		requireOpen();
		Map<String, ReferenceRows> rows = this.tenants.get(collection);
		if (rows == null) {
			throw new InvalidDataAccessResourceUsageException(
					"Store '%s' has no collection '%s'; create it first".formatted(this.name, collection));
		}
		return rows.computeIfAbsent((tenant != null) ? tenant : "", (key) -> new ReferenceRows());
	}

	private void requireOpen() {
		if (this.closed) {
			String message = "Store '%s' is closed".formatted(this.name);
			throw new NonTransientDataAccessResourceException(message, new IllegalStateException(message));
		}
	}

}
