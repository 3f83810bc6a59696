package io.quiver.store.seekdb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
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
import io.quiver.store.seekdb.model.RefreshPolicy;
import io.quiver.store.seekdb.model.TableSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The port on OceanBase seekdb: a collection is a table, a row is a row.
 * <h2>Columns</h2> Numbers, booleans, days, strings, bytes and vectors are columns of the
 * types that everybody takes for them, singles as doubles. Points in time are text,
 * {@code yyyy-MM-dd HH:mm:ss.fffffffff} in UTC, which the server's functions of time
 * read, since its own types end at the microsecond; identifiers are text in small
 * letters; decimals are text, so that their scale is kept, and are compared as numbers.
 * Strings of a key are bytes in UTF-8: the server's collations take some for the same.
 * Lists and free metadata are JSON; a number that the server would read as another one
 * and a point in time are text there. What types do not tell stands in the columns'
 * comments; a table that has none, made by somebody else, is taken as the shape expected
 * if its types can hold that.
 * <h2>Indexes</h2> Vectors have an HNSW index that is up to date with every write, texts
 * whose words are searched one of words. Single values have none unless it is added to
 * the table's schema. Words are found whatever their case.
 * <h2>Writes</h2> To save and insert is a statement for many rows, to update one for each
 * row. Each statement is done as a whole; in a transaction of the application all are.
 * What is written to a table whose vector index is asynchronous is found by approximate
 * searches when the {@link RefreshPolicy} says so.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbStore implements RowStore {

	/**
	 * The kind of this store and what it can do.
	 */
	public static final StoreKind KIND = new StoreKind("seekdb", SeekdbAbilities.declare());

	private final String name;

	private final SeekdbClient client;

	private final SeekdbCollections collections;

	private final SeekdbRefresh refresh;

	private final SeekdbWrites writes;

	private final SeekdbReads reads;

	private final SeekdbNearest nearest;

	private final SeekdbRank rank;

	private final RequestCheck requests;

	private final Map<String, SeekdbRows> rows = new ConcurrentHashMap<>();

	/**
	 * Create a store.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 */
	public SeekdbStore(String name, SeekdbClient client) {
		this(name, client, (collection, table) -> table);
	}

	/**
	 * Create a store that has a say in how tables are made.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 * @param customizer changes the schema of a table before it is made, such as by
	 * indexes of single values, by settings of the vector index or by partitions; the
	 * fields that are there must stay, with their comments. A table organised by HEAP
	 * finds new rows by its vectors a moment later, unless the index is of
	 * {@link io.quiver.store.seekdb.model.SyncMode#IMMEDIATE}
	 */
	public SeekdbStore(String name, SeekdbClient client, UnaryOperator<TableSchema> customizer) {
		this(name, client, (collection, table) -> customizer.apply(table));
	}

	/**
	 * Create a store that has a say in how tables are made, each by its name.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 * @param customizer changes the schema of a table before it is made, given the name
	 * of the collection; the fields that are there must stay, with their comments
	 */
	public SeekdbStore(String name, SeekdbClient client, BiFunction<String, TableSchema, TableSchema> customizer) {
		this(name, client, customizer, RefreshPolicy.NONE);
	}

	/**
	 * Create a store that sees to it that approximate searches find what was written.
	 * @param name the name that the application gave to it
	 * @param client the client, closed with this store
	 * @param customizer changes the schema of a table before it is made, as above
	 * @param refresh when asynchronous vector indexes take up what was written
	 */
	public SeekdbStore(String name, SeekdbClient client, BiFunction<String, TableSchema, TableSchema> customizer,
			RefreshPolicy refresh) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(customizer, "'customizer' must not be null");
		Assert.notNull(refresh, "'refresh' must not be null");
		this.name = name;
		this.client = client;
		this.collections = new SeekdbCollections(client.calls(), customizer);
		this.refresh = new SeekdbRefresh(refresh, client.calls(), client.definitions());
		this.writes = new SeekdbWrites(client.calls(), this.refresh);
		this.reads = new SeekdbReads(client.calls());
		this.nearest = new SeekdbNearest(client.calls(), this.refresh);
		this.rank = new SeekdbRank(client.calls(), this.refresh);
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
		this.collections.create(collection);
		this.refresh.defined(collection.name());
	}

	@Override
	public void addColumns(CollectionSpec collection) {
		this.requests.shape(collection);
		this.collections.addColumns(collection);
		this.refresh.defined(collection.name());
	}

	@Override
	public boolean drop(String collection) {
		this.rows.remove(collection);
		boolean there = this.collections.drop(collection);
		this.refresh.dropped(collection);
		return there;
	}

	@Override
	public CollectionStats stats(String collection) {
		return this.collections.stats(collection);
	}

	@Override
	public WriteResult write(WriteRequest request) {
		this.requests.write(request);
		return this.writes.write(rows(request.collection()), request);
	}

	@Override
	public WriteResult delete(DeleteRequest request) {
		this.requests.delete(request);
		return this.writes.delete(rows(request.collection()), request);
	}

	@Override
	public long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options) {
		this.requests.options(options.used());
		this.requests.filter(filter, collection);
		return this.writes.deleteWhere(rows(collection), filter, options);
	}

	/**
	 * {@inheritDoc}
	 * @throws RefreshFailedException if what was written is stored, but searches may not
	 * find it yet
	 */
	@Override
	public void afterWrites(CollectionSpec collection, WriteOptions options) {
		this.refresh.afterWrites(collection.name(), options);
	}

	@Override
	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection,
			SearchOptions options) {
		this.requests.options(options.used());
		return this.reads.get(rows(collection), keys, projection, options);
	}

	@Override
	public List<Row> find(FindRequest request) {
		this.requests.find(request);
		return this.reads.find(rows(request.collection()), request);
	}

	@Override
	public List<Hit> nearest(NearestRequest request) {
		this.requests.nearest(request);
		return this.nearest.nearest(rows(request.collection()), request);
	}

	@Override
	public List<Hit> rank(RankRequest request) {
		this.requests.rank(request);
		return this.rank.rank(rows(request.collection()), request);
	}

	@Override
	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		this.requests.options(options.used());
		this.requests.filter(filter, collection);
		return this.reads.count(rows(collection), filter, options);
	}

	@Override
	public boolean isInTransaction() {
		return this.client.calls().isInTransaction();
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
	private SeekdbRows rows(CollectionSpec spec) {
		SeekdbRows known = this.rows.get(spec.name());
		if (known != null && (known.spec() == spec || known.spec().equals(spec))) {
			return known;
		}
		this.requests.shape(spec);
		SeekdbRows made = new SeekdbRows(spec);
		this.rows.put(spec.name(), made);
		return made;
	}

}
