package io.quiver.store.proxima;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
import io.quiver.store.proxima.model.CollectionConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The port on Proxima BE: rows by an integer key, neighbours approximately or exactly, no
 * conditions, lists or counts.
 * <h2>Columns</h2> The key is the primary key, without a sign; -1 of a long is refused,
 * since the server takes it for none; among other rows, as a failure of its own row. Any
 * other column is a forward column of its name. A vector stands in an index column and,
 * as no answer brings it back from there, in a forward column of the same name once more,
 * as it was given. Numbers, booleans, strings and bytes are what every client of the
 * server takes them for; identifiers, times, days and decimals are their text; lists and
 * free metadata are bytes of a {@code GenericValueList}. A row without any vector stands
 * in the index column {@code _without_vector}, which is never searched: the server takes
 * no row that is in none. The server keeps no types, so that a collection is only
 * compared by names, dimensions and metrics. Cosine is the inner product of unit vectors,
 * and such a column is marked by the parameter {@code quiver_metric}.
 * <h2>Writes</h2> To save or update is one request for many rows. To insert and to delete
 * is one for each row, with many under way at once, since the server tells the code of
 * the last failing row only and none of the two can be asked again. So for a load of many
 * rows saving is by far the faster way. Of deleted rows those are counted that were
 * there; one whose answer was lost and that is gone when it is asked for again counts as
 * deleted.
 * <h2>HTTP</h2> The server damages some strings that it reads there, and writes numbers
 * with six digits. What would not survive, a string with a quote, a backslash or a
 * control character and a number of more digits, is stored as bytes, and read over both
 * transports as it was given; other clients see bytes. Scores have six digits, and so has
 * a number that was stored over gRPC and is read over HTTP.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ProximaStore implements RowStore {

	/**
	 * The kind of this store and what it can do.
	 */
	public static final StoreKind KIND = new StoreKind("proxima", ProximaAbilities.declare());

	private final String name;

	private final ProximaClient client;

	private final ProximaCollections collections;

	private final ProximaWrites writes;

	private final ProximaReads reads;

	private final RequestCheck requests;

	private final Map<String, ProximaRows> rows = new ConcurrentHashMap<>();

	/**
	 * Create a store.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 */
	public ProximaStore(String name, ProximaClient client) {
		this(name, client, UnaryOperator.identity());
	}

	/**
	 * Create a store that has a say in how collections are made.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 * @param customizer changes a collection before it is made, such as by extra
	 * parameters of an index or by a limit of documents in a segment; the collection's
	 * name and the columns' names, dimensions and metrics must stay as they were
	 */
	public ProximaStore(String name, ProximaClient client, UnaryOperator<CollectionConfig> customizer) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(customizer, "'customizer' must not be null");
		this.name = name;
		this.client = client;
		this.collections = new ProximaCollections(client.calls(), customizer);
		this.writes = new ProximaWrites(client.calls());
		this.reads = new ProximaReads(client.calls());
		this.requests = new RequestCheck(name);
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
		return this.collections.names();
	}

	@Override
	public @Nullable CollectionSpec describe(String collection) {
		return this.collections.describe(collection);
	}

	@Override
	public @Nullable CollectionSpec describe(CollectionSpec expected) {
		return this.collections.describe(expected);
	}

	@Override
	public void create(CollectionSpec collection) {
		this.requests.shape(collection);
		if (!this.collections.create(collection)) {
			CollectionSpec stored = this.collections.describe(collection);
			if (stored == null || !stored.equals(collection)) {
				throw ProximaCollections.anotherShape(collection, stored);
			}
		}
	}

	@Override
	public void addColumns(CollectionSpec collection) {
		throw this.requests.refused("adds no columns to a collection; make another one and copy the rows", collection);
	}

	@Override
	public boolean drop(String collection) {
		this.rows.remove(collection);
		return this.collections.drop(collection);
	}

	@Override
	public CollectionStats stats(String collection) {
		return this.collections.stats(collection);
	}

	@Override
	public WriteResult write(WriteRequest request) {
		RefusedRows refused = this.requests.write(request);
		return refused.and(this.writes.write(rows(request.collection()), refused.others(request)));
	}

	@Override
	public CompletableFuture<WriteResult> writeAsync(WriteRequest request, Executor executor) {
		return begin(() -> {
			RefusedRows refused = this.requests.write(request);
			CompletableFuture<WriteResult> others = this.writes.writeAsync(rows(request.collection()),
					refused.others(request));
			return (refused.isEmpty()) ? others : new Mapped<>(others, refused::and);
		});
	}

	@Override
	public WriteResult delete(DeleteRequest request) {
		this.requests.delete(request);
		return this.writes.delete(rows(request.collection()), request);
	}

	@Override
	public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		throw this.requests.refused("deletes only by key", collection);
	}

	@Override
	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		this.requests.options(options.used());
		return this.reads.get(rows(collection), keys, projection, options);
	}

	@Override
	public List<Row> find(FindRequest request) {
		throw this.requests.refused("finds rows only by key and by nearness", request.collection());
	}

	@Override
	public List<Hit> nearest(NearestRequest request) {
		this.requests.nearest(request);
		return this.reads.nearest(rows(request.collection()), request);
	}

	@Override
	public CompletableFuture<List<Hit>> nearestAsync(NearestRequest request, Executor executor) {
		return begin(() -> {
			this.requests.nearest(request);
			return this.reads.nearestAsync(rows(request.collection()), request);
		});
	}

	@Override
	public List<Hit> rank(RankRequest request) {
		throw this.requests.refused("does not search the words of texts", request.collection());
	}

	@Override
	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		throw this.requests.refused("does not count: the server's figures do not fall when rows are deleted",
				collection);
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

	/** What is made of a shape once is kept, while the shape is the same. */
	private ProximaRows rows(CollectionSpec spec) {
		ProximaRows known = this.rows.get(spec.name());
		if (known != null && (known.spec() == spec || known.spec().equals(spec))) {
			return known;
		}
		this.requests.shape(spec);
		ProximaRows made = new ProximaRows(spec, this.client.calls().isText());
		this.rows.put(spec.name(), made);
		return made;
	}

	private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> call) {
		try {
			return call.get();
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

}
