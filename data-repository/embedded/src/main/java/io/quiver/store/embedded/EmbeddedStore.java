package io.quiver.store.embedded;

import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
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

	/**
	 * Create a store.
	 * @param name the name that the application gave to it
	 * @param client the engine, closed with this store
	 */
	public EmbeddedStore(String name, EmbeddedClient client) {
		this.name = name;
		this.client = client;
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
		throw new UnsupportedOperationException();
	}

	@Override
	public @Nullable CollectionSpec describe(String collection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void create(CollectionSpec collection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addColumns(CollectionSpec collection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean drop(String collection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CollectionStats stats(String collection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public WriteResult write(WriteRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public WriteResult delete(DeleteRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Row> find(FindRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Hit> nearest(NearestRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Hit> rank(RankRequest request) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
