package io.quiver.store.embedded;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
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
import io.quiver.data.store.StoreOperations;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.embedded.disk.WriteGuard;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * The embedded engine with all its power. Safe for use by many threads; one client of one
 * process uses a directory at a time.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedClient implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EmbeddedClient.class);

	/**
	 * What goes through the guarded door: the operations of every store, and
	 * {@code search}, {@code refresh}, {@code commit} and {@code optimize}. The last
	 * three take as long as they take.
	 */
	public static final Set<Operation> OPERATIONS = EmbeddedOperations.ALL;

	private final EmbeddedSettings settings;

	private final StoreCalls calls;

	private final EmbeddedCollections collections;

	private final Upkeep upkeep;

	private volatile boolean closed;

	private EmbeddedClient(EmbeddedSettings settings, StoreCalls calls, EmbeddedCollections collections) {
		this.settings = settings;
		this.calls = calls;
		this.collections = collections;
		this.upkeep = new Upkeep(collections, settings.commitInterval());
	}

	/**
	 * Open the engine without policies.
	 * @param settings where and how data is kept
	 * @return the engine, to be closed
	 * @throws org.springframework.dao.DataAccessResourceFailureException if the directory
	 * cannot be used, or is open elsewhere
	 */
	public static EmbeddedClient open(EmbeddedSettings settings) {
		return open(settings, StoreCalls.direct());
	}

	/**
	 * Open the engine.
	 * @param settings where and how data is kept
	 * @param calls the door that every call goes through
	 * @return the engine, to be closed
	 * @throws org.springframework.dao.DataAccessResourceFailureException if the directory
	 * cannot be used, or is open elsewhere
	 */
	public static EmbeddedClient open(EmbeddedSettings settings, StoreCalls calls) {
		return open(settings, calls, WriteGuard.none());
	}

	static EmbeddedClient open(EmbeddedSettings settings, StoreCalls calls, WriteGuard guard) {
		if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
			logger.warn("Vectors are compared without the processor's vector instructions, at less than half the speed;"
					+ " start Java with --add-modules=jdk.incubator.vector");
		}
		DataRoot root = (settings.path() != null) ? DataRoot.open(settings.path(), guard) : null;
		return new EmbeddedClient(settings, calls, new EmbeddedCollections(settings, root));
	}

	public EmbeddedSettings settings() {
		return this.settings;
	}

	public List<String> collections() {
		return call(StoreOperations.COLLECTIONS, (attempt) -> this.collections.names());
	}

	public @Nullable CollectionSpec describe(String collection) {
		return this.<@Nullable CollectionSpec>call(StoreOperations.DESCRIBE.on(collection),
				(attempt) -> this.collections.describe(collection));
	}

	/**
	 * Create a collection; that it is there with the same columns is no failure.
	 * @param collection the shape
	 */
	public void create(CollectionSpec collection) {
		run(StoreOperations.CREATE.on(collection.name()), () -> this.collections.create(collection));
	}

	/**
	 * Add columns to a collection, null in the rows that are there.
	 * @param collection the whole shape
	 */
	public void addColumns(CollectionSpec collection) {
		run(StoreOperations.ADD_COLUMNS.on(collection.name()), () -> this.collections.addColumns(collection));
	}

	public boolean drop(String collection) {
		return call(StoreOperations.DROP.on(collection), (attempt) -> this.collections.drop(collection));
	}

	public CollectionStats stats(String collection) {
		return call(StoreOperations.STATS.on(collection), (attempt) -> this.collections.get(collection).stats());
	}

	/**
	 * Store rows, in one piece. A write may wait for others and be decided row by row
	 * until its deadline; then it is given up and nothing of it is stored. Once it is
	 * handed to the log it goes on to its end, however long that takes, so that running
	 * out of time leaves no doubt.
	 * @param request the rows
	 * @return what became of each row
	 * @throws io.quiver.data.policy.NotSentException if the time was over before anything
	 * was stored; its cause is a {@link QueryTimeoutException}
	 */
	public WriteResult write(WriteRequest request) {
		return call(StoreOperations.write(request), (attempt) -> {
			EmbeddedCollection collection = this.collections.get(request.collection().name());
			WriteResult result = collection.write(request, attempt.deadline());
			attempt.written(result.affected());
			this.upkeep.commitIfFull(collection);
			return result;
		});
	}

	/**
	 * Delete rows by their keys, in one piece; time is kept as by
	 * {@link #write(WriteRequest)}.
	 * @param request the keys
	 * @return what became of each
	 * @throws io.quiver.data.policy.NotSentException if the time was over before anything
	 * was deleted; its cause is a {@link QueryTimeoutException}
	 */
	public WriteResult delete(DeleteRequest request) {
		return call(StoreOperations.delete(request), (attempt) -> {
			EmbeddedCollection collection = this.collections.get(request.collection().name());
			WriteResult result = collection.delete(request, attempt.deadline());
			attempt.written(result.affected());
			this.upkeep.commitIfFull(collection);
			return result;
		});
	}

	/**
	 * Delete every row that satisfies a condition, in pieces of ten thousand rows. The
	 * deadline is looked at while rows are looked for and between the pieces; a piece
	 * that is handed to the log goes on to its end.
	 * @param spec the collection
	 * @param filter the condition, or {@code null} for every row
	 * @param options how to write
	 * @return how many rows were deleted, by all tries together if there were several
	 * @throws QueryTimeoutException at the deadline; it says how many rows are deleted
	 */
	public long deleteWhere(CollectionSpec spec, @Nullable Filter filter, WriteOptions options) {
		Operation operation = StoreOperations.DELETE_WHERE.on(spec.name()).within(options.timeout());
		AtomicLong deleted = new AtomicLong();
		return call(operation, (attempt) -> {
			EmbeddedCollection collection = this.collections.get(spec.name());
			try {
				collection.deleteWhere(filter, attempt.deadline(), deleted::addAndGet);
			}
			catch (QueryTimeoutException ex) {
				throw new QueryTimeoutException(
						"Time was over when %d rows of collection '%s' were deleted; ask again to delete those that are left"
							.formatted(deleted.get(), spec.name()),
						ex);
			}
			finally {
				attempt.written(deleted.get());
			}
			this.upkeep.commitIfFull(collection);
			return deleted.get();
		});
	}

	public List<@Nullable Row> get(CollectionSpec spec, List<Key> keys, Projection projection, SearchOptions options) {
		return call(StoreOperations.GET.on(spec.name()).within(options.timeout()), (attempt) -> {
			EmbeddedCollection collection = this.collections.get(spec.name());
			List<@Nullable Row> rows = collection.get(spec, keys, projection, attempt.deadline());
			attempt.returned(rows.stream().filter(Objects::nonNull).count());
			return rows;
		});
	}

	public List<Row> find(FindRequest request) {
		return call(StoreOperations.find(request),
				(attempt) -> told(attempt, ranked(request.collection(), attempt).find(request)));
	}

	public List<Hit> nearest(NearestRequest request) {
		return call(StoreOperations.nearest(request),
				(attempt) -> told(attempt, ranked(request.collection(), attempt).nearest(request)));
	}

	public List<Hit> rank(RankRequest request) {
		return call(StoreOperations.rank(request),
				(attempt) -> told(attempt, ranked(request.collection(), attempt).rank(request)));
	}

	public long count(CollectionSpec spec, @Nullable Filter filter, SearchOptions options) {
		return call(StoreOperations.COUNT.on(spec.name()).within(options.timeout()),
				(attempt) -> this.collections.get(spec.name()).count(filter, attempt.deadline()));
	}

	/**
	 * Run Lucene's own searches on a collection, as it is after every write that has
	 * returned. Values stand in fields of their columns' names. At the deadline of the
	 * store's read time-out the searches end, and with them the call.
	 * @param <T> the type of the result
	 * @param collection the name
	 * @param search what is done with the searcher, which must not be used afterwards;
	 * done again if the call is repeated
	 * @return its result
	 */
	public <T extends @Nullable Object> T search(String collection, Search<T> search) {
		return this.<T>call(EmbeddedOperations.SEARCH.on(collection),
				(attempt) -> this.collections.get(collection).<T>read(attempt.deadline(), search::search));
	}

	/**
	 * Make what was written visible to searches now; reads do this by themselves.
	 * @param collection the name
	 */
	public void refresh(String collection) {
		run(EmbeddedOperations.REFRESH.on(collection), () -> this.collections.get(collection).refresh());
	}

	/**
	 * Fold the log of a collection into its index; this happens by itself from time to
	 * time.
	 * @param collection the name
	 */
	public void commit(String collection) {
		run(EmbeddedOperations.COMMIT.on(collection), () -> this.collections.get(collection).commit());
	}

	/**
	 * Merge the segments of a collection's index, which makes searches quicker after much
	 * was written. Takes long.
	 * @param collection the name
	 * @param maxSegments how many segments may stay
	 */
	public void optimize(String collection, int maxSegments) {
		run(EmbeddedOperations.OPTIMIZE.on(collection), () -> this.collections.get(collection).merge(maxSegments));
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
	 * Look whether the engine is alive, past the door: it is open, and its directory is
	 * still there and can be written. Nothing is written for that.
	 * @param deadline when an answer must be there
	 * @return {@link #details()}, and how many bytes are left where data is kept
	 * @throws org.springframework.dao.DataAccessException if it is not well
	 */
	public Map<String, Object> probe(Deadline deadline) {
		if (this.closed) {
			throw EmbeddedErrors.closed();
		}
		Map<String, Object> details = details();
		this.collections.usableSpace().ifPresent((bytes) -> details.put("usableSpace", bytes));
		deadline.check();
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

	private RankedSearch ranked(CollectionSpec collection, Attempt attempt) throws IOException {
		return new RankedSearch(this.collections.get(collection.name()), this.settings, attempt.deadline());
	}

	private static <T> List<T> told(Attempt attempt, List<T> rows) {
		attempt.returned(rows.size());
		return rows;
	}

	private void run(Operation operation, Action action) {
		call(operation, (attempt) -> {
			action.run();
			return true;
		});
	}

	private <T extends @Nullable Object> T call(Operation operation, Work<T> work) {
		return this.calls.<T>call(operation, (attempt) -> once(operation, attempt, work));
	}

	private <T extends @Nullable Object> T once(Operation operation, Attempt attempt, Work<T> work) {
		if (this.closed) {
			throw EmbeddedErrors.closed();
		}
		try {
			return tryTwice(attempt, work);
		}
		catch (IOException | RuntimeException ex) {
			if (this.closed && ex instanceof AlreadyClosedException) {
				throw EmbeddedErrors.closed();
			}
			throw EmbeddedErrors.translate(subject(operation), ex);
		}
	}

	private static String subject(Operation operation) {
		return (operation.collection() != null) ? "Collection '%s'".formatted(operation.collection())
				: "The embedded engine";
	}

	/**
	 * An index that gave up before anything was stored is opened again for the second
	 * try.
	 */
	private <T extends @Nullable Object> T tryTwice(Attempt attempt, Work<T> work) throws IOException {
		try {
			return work.on(attempt);
		}
		catch (AlreadyClosedException ex) {
			if (this.closed) {
				throw ex;
			}
			return work.on(attempt);
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

	private interface Work<T extends @Nullable Object> {

		T on(Attempt attempt) throws IOException;

	}

	private interface Action {

		void run() throws IOException;

	}

}
