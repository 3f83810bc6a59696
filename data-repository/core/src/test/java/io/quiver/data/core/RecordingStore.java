package io.quiver.data.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

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
import io.quiver.data.store.SortRule;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what it is asked and answers as little as it can.
 */
class RecordingStore implements RowStore {

	volatile boolean inTransaction;

	static final Abilities ALL = Abilities.of((abilities) -> abilities.can(Ability.values())
		.options(Option.values())
		.sort(SortRule.any())
		.find(FilterRule.all())
		.nearest(FilterRule.all())
		.count(FilterRule.all())
		.delete(FilterRule.all()));

	final List<Object> requests = new CopyOnWriteArrayList<>();

	final Map<String, CollectionSpec> collections = new LinkedHashMap<>();

	UnaryOperator<WriteRequest> onWrite = UnaryOperator.identity();

	@Nullable WriteResult nextResult;

	int created;

	int afterWrites;

	@Nullable RuntimeException afterWritesFailure;

	private final StoreKind kind;

	RecordingStore() {
		this(ALL);
	}

	RecordingStore(Abilities abilities) {
		this.kind = new StoreKind("recording", abilities);
	}

	@SuppressWarnings("unchecked")
	<R> R last(Class<R> type) {
		return (R) this.requests.get(this.requests.size() - 1);
	}

	List<WriteRequest> writes() {
		return this.requests.stream().filter(WriteRequest.class::isInstance).map(WriteRequest.class::cast).toList();
	}

	@Override
	public String name() {
		return "test";
	}

	@Override
	public StoreKind kind() {
		return this.kind;
	}

	@Override
	public List<String> collections() {
		return new ArrayList<>(this.collections.keySet());
	}

	@Override
	public @Nullable CollectionSpec describe(String collection) {
		return this.collections.get(collection);
	}

	@Override
	public synchronized void create(CollectionSpec collection) {
		this.created++;
		this.collections.put(collection.name(), collection);
	}

	@Override
	public void addColumns(CollectionSpec collection) {
		this.collections.put(collection.name(), collection);
	}

	@Override
	public boolean drop(String collection) {
		return this.collections.remove(collection) != null;
	}

	@Override
	public CollectionStats stats(String collection) {
		return new CollectionStats(null, null, Map.of());
	}

	@Override
	public WriteResult write(WriteRequest request) {
		this.requests.add(this.onWrite.apply(request));
		WriteResult result = this.nextResult;
		this.nextResult = null;
		return (result != null) ? result : WriteResult.allStored(request.rows().size());
	}

	@Override
	public void afterWrites(CollectionSpec collection, WriteOptions options) {
		this.afterWrites++;
		RuntimeException failure = this.afterWritesFailure;
		if (failure != null) {
			throw failure;
		}
	}

	@Override
	public WriteResult delete(DeleteRequest request) {
		this.requests.add(request);
		return WriteResult.allStored(request.keys().size());
	}

	@Override
	public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		this.requests.add(options);
		return 0;
	}

	@Override
	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		this.requests.add(options);
		List<@Nullable Row> rows = new ArrayList<>();
		keys.forEach((key) -> rows.add(null));
		return rows;
	}

	@Override
	public List<Row> find(FindRequest request) {
		this.requests.add(request);
		return List.of();
	}

	@Override
	public boolean isInTransaction() {
		return this.inTransaction;
	}

	@Override
	public List<Hit> nearest(NearestRequest request) {
		this.requests.add(request);
		return List.of();
	}

	@Override
	public List<Hit> rank(RankRequest request) {
		this.requests.add(request);
		return List.of();
	}

	@Override
	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		this.requests.add(options);
		return 0;
	}

	@Override
	public void close() {
	}

}
