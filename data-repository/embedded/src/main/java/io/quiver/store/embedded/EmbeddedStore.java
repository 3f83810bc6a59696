package io.quiver.store.embedded;

import java.util.List;
import java.util.Map;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Deadline;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;

/**
 * The port on the embedded engine.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedStore implements RowStore {

	/**
	 * The kind of this store and what it can do.
	 */
	public static final StoreKind KIND = new StoreKind("embedded", EmbeddedAbilities.declare());

	private final String name;

	private final EmbeddedClient client;

	private final RequestCheck requests;

	/**
	 * Create a store.
	 * @param name the name that the application gave to it
	 * @param client the engine, closed with this store
	 */
	public EmbeddedStore(String name, EmbeddedClient client) {
		this.name = name;
		this.client = client;
		this.requests = new RequestCheck(name, client);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public StoreKind kind() {
		return KIND;
	}

	@Override
	public List<String> collections() {
		return this.client.collections();
	}

	@Override
	public @Nullable CollectionSpec describe(String collection) {
		return this.client.describe(collection);
	}

	@Override
	public void create(CollectionSpec collection) {
		this.client.create(collection);
	}

	@Override
	public void addColumns(CollectionSpec collection) {
		this.client.addColumns(collection);
	}

	@Override
	public boolean drop(String collection) {
		return this.client.drop(collection);
	}

	@Override
	public CollectionStats stats(String collection) {
		return this.client.stats(collection);
	}

	@Override
	public WriteResult write(WriteRequest request) {
		this.requests.write(request);
		return this.client.write(request);
	}

	@Override
	public WriteResult delete(DeleteRequest request) {
		this.requests.delete(request);
		return this.client.delete(request);
	}

	@Override
	public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		this.requests.options(options.used());
		this.requests.filter(filter, collection);
		return this.client.deleteWhere(collection, filter, options);
	}

	@Override
	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		this.requests.options(options.used());
		return this.client.get(collection, keys, projection, options);
	}

	@Override
	public List<Row> find(FindRequest request) {
		this.requests.find(request);
		return this.client.find(request);
	}

	@Override
	public List<Hit> nearest(NearestRequest request) {
		this.requests.options(request.options().used());
		this.requests.filter(request.filter(), request.collection());
		return this.client.nearest(request);
	}

	@Override
	public List<Hit> rank(RankRequest request) {
		this.requests.rank(request);
		return this.client.rank(request);
	}

	@Override
	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		this.requests.options(options.used());
		this.requests.filter(filter, collection);
		return this.client.count(collection, filter, options);
	}

	@Override
	public Map<String, Object> details() {
		return this.client.details();
	}

	@Override
	public Map<String, Object> probe(Deadline deadline) {
		return this.client.probe(deadline);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
