package io.quiver.store.embedded;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.embedded.disk.WriteGuard;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine with all its power. Safe for use by many threads; one client of one
 * process uses a directory at a time.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedClient implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EmbeddedClient.class);

	private final EmbeddedSettings settings;

	private final EmbeddedCollections collections;

	private final Upkeep upkeep;

	private volatile boolean closed;

	private EmbeddedClient(EmbeddedSettings settings, EmbeddedCollections collections, Upkeep upkeep) {
		this.settings = settings;
		this.collections = collections;
		this.upkeep = upkeep;
	}

	/**
	 * Open the engine.
	 * @param settings where and how data is kept
	 * @return the engine, to be closed
	 * @throws org.springframework.dao.DataAccessResourceFailureException if the directory
	 * cannot be used, or is open elsewhere
	 */
	public static EmbeddedClient open(EmbeddedSettings settings) {
		return open(settings, WriteGuard.none());
	}

	static EmbeddedClient open(EmbeddedSettings settings, WriteGuard guard) {
		if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
			logger.warn("Vectors are compared without the processor's vector instructions, at less than half the speed;"
					+ " start Java with --add-modules=jdk.incubator.vector");
		}
		DataRoot root = (settings.path() != null) ? DataRoot.open(settings.path(), guard) : null;
		EmbeddedCollections collections = new EmbeddedCollections(settings, root);
		return new EmbeddedClient(settings, collections, new Upkeep(collections, settings.commitInterval()));
	}

	public EmbeddedSettings settings() {
		return this.settings;
	}

	public List<String> collections() {
		return call("The embedded engine", this.collections::names);
	}

	public @Nullable CollectionSpec describe(String collection) {
		return this.<@Nullable CollectionSpec>call(subject(collection), () -> this.collections.describe(collection));
	}

	/**
	 * Create a collection; that it is there with the same columns is no failure.
	 * @param collection the shape
	 */
	public void create(CollectionSpec collection) {
		run(collection.name(), () -> this.collections.create(collection));
	}

	/**
	 * Add columns to a collection, null in the rows that are there.
	 * @param collection the whole shape
	 */
	public void addColumns(CollectionSpec collection) {
		run(collection.name(), () -> this.collections.addColumns(collection));
	}

	public boolean drop(String collection) {
		return call(subject(collection), () -> this.collections.drop(collection));
	}

	public CollectionStats stats(String collection) {
		return call(subject(collection), () -> this.collections.get(collection).stats());
	}

	public WriteResult write(WriteRequest request) {
		String name = request.collection().name();
		return call(subject(name), () -> {
			EmbeddedCollection collection = this.collections.get(name);
			WriteResult result = collection.write(request);
			commitIfFull(collection);
			return result;
		});
	}

	public WriteResult delete(DeleteRequest request) {
		String name = request.collection().name();
		return call(subject(name), () -> {
			EmbeddedCollection collection = this.collections.get(name);
			WriteResult result = collection.delete(request);
			commitIfFull(collection);
			return result;
		});
	}

	public long deleteWhere(CollectionSpec spec, @Nullable Filter filter, WriteOptions options) {
		return call(subject(spec.name()), () -> {
			EmbeddedCollection collection = this.collections.get(spec.name());
			long deleted = collection.deleteWhere(filter, options);
			commitIfFull(collection);
			return deleted;
		});
	}

	public List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection) {
		return call(subject(collection.name()),
				() -> this.collections.get(collection.name()).get(collection, keys, projection));
	}

	public List<Row> find(FindRequest request) {
		return call(subject(request.collection().name()), () -> ranked(request.collection()).find(request));
	}

	public List<Hit> nearest(NearestRequest request) {
		return call(subject(request.collection().name()), () -> ranked(request.collection()).nearest(request));
	}

	public List<Hit> rank(RankRequest request) {
		return call(subject(request.collection().name()), () -> ranked(request.collection()).rank(request));
	}

	public long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options) {
		return call(subject(collection.name()), () -> this.collections.get(collection.name()).count(filter, options));
	}

	/**
	 * Run Lucene's own searches on a collection, as it is after every write that has
	 * returned. Values stand in fields of their columns' names.
	 * @param <T> the type of the result
	 * @param collection the name
	 * @param search what is done with the searcher, which must not be used afterwards
	 * @return its result
	 */
	public <T extends @Nullable Object> T search(String collection, Search<T> search) {
		return this.<T>call(subject(collection), () -> this.collections.get(collection).<T>read(search::search));
	}

	/**
	 * Make what was written visible to searches now; reads do this by themselves.
	 * @param collection the name
	 */
	public void refresh(String collection) {
		run(collection, () -> this.collections.get(collection).refresh());
	}

	/**
	 * Fold the log of a collection into its index; this happens by itself from time to
	 * time.
	 * @param collection the name
	 */
	public void commit(String collection) {
		run(collection, () -> this.collections.get(collection).commit());
	}

	/**
	 * Merge the segments of a collection's index, which makes searches quicker after much
	 * was written. Takes long.
	 * @param collection the name
	 * @param maxSegments how many segments may stay
	 */
	public void optimize(String collection, int maxSegments) {
		run(collection, () -> this.collections.get(collection).merge(maxSegments));
	}

	/**
	 * Say what is worth showing of this engine.
	 * @return the details by name
	 */
	public Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("engine", "Lucene " + Version.LATEST);
		details.put("storage", (this.settings.path() != null) ? this.settings.path().toString() : "memory");
		if (this.settings.path() != null) {
			details.put("durability", this.settings.durability().name());
		}
		details.put("vectorInstructions", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
		return details;
	}

	/**
	 * Close the engine: what was acknowledged is in the directory, which is free for
	 * others.
	 */
	@Override
	public void close() {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
		}
		this.upkeep.close();
		this.collections.close();
	}

	boolean isClosed() {
		return this.closed;
	}

	private RankedSearch ranked(CollectionSpec collection) throws IOException {
		return new RankedSearch(this.collections.get(collection.name()), this.settings);
	}

	private void commitIfFull(EmbeddedCollection collection) {
		this.upkeep.commitIfFull(collection);
	}

	private static String subject(String collection) {
		return "Collection '%s'".formatted(collection);
	}

	private void run(String collection, Action action) {
		call(subject(collection), () -> {
			action.run();
			return true;
		});
	}

	private <T extends @Nullable Object> T call(String subject, Call<T> call) {
		if (this.closed) {
			throw EmbeddedErrors.closed();
		}
		try {
			return tryTwice(call);
		}
		catch (AlreadyClosedException ex) {
			throw this.closed ? EmbeddedErrors.closed() : EmbeddedErrors.translate(subject, ex);
		}
		catch (IOException | RuntimeException ex) {
			throw EmbeddedErrors.translate(subject, ex);
		}
	}

	/**
	 * An index that gave up before anything was stored is opened again for the second
	 * try.
	 */
	private <T extends @Nullable Object> T tryTwice(Call<T> call) throws IOException {
		try {
			return call.call();
		}
		catch (AlreadyClosedException ex) {
			if (this.closed) {
				throw ex;
			}
			return call.call();
		}
	}

	/**
	 * A search with Lucene's own means.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	public interface Search<T extends @Nullable Object> {

		/**
		 * Search.
		 * @param searcher the searcher of the collection's index
		 * @return the result
		 * @throws IOException if the index cannot be read
		 */
		T search(IndexSearcher searcher) throws IOException;

	}

	private interface Call<T extends @Nullable Object> {

		T call() throws IOException;

	}

	private interface Action {

		void run() throws IOException;

	}

}
