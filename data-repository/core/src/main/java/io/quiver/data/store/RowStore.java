package io.quiver.data.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The port: what core asks of every store, in rows, keys and filters. It knows no entity.
 * The package documentation says which request each call becomes on each system.
 * <p>
 * Implementations are safe for use by many threads, connect at the first call and not
 * when they are made, and translate every failure into Spring's
 * {@link org.springframework.dao.DataAccessException} family, transient where trying
 * again may help. What {@link #kind()} does not declare is answered with
 * {@link org.springframework.dao.InvalidDataAccessApiUsageException}; a call on a
 * collection that is not there with
 * {@link org.springframework.dao.InvalidDataAccessResourceUsageException}; a call after
 * {@link #close()} with {@link IllegalStateException} as the cause of a
 * {@link org.springframework.dao.NonTransientDataAccessResourceException}.
 * <p>
 * A write is visible to the next read of the same caller, unless the store's page says
 * otherwise.
 *
 * @author Quiver
 * @since 0.1
 */
public interface RowStore extends AutoCloseable {

	/**
	 * Return the name that the application gave to this store.
	 * @return the name, such as {@code default}
	 */
	String name();

	/**
	 * Return what system this is and what it can do.
	 * @return the kind
	 */
	StoreKind kind();

	/**
	 * Return the names of all collections.
	 * @return the names, in alphabetical order
	 */
	List<String> collections();

	/**
	 * Describe a collection as it is stored. What the system does not keep of a shape is
	 * told as the system sees it, such as all of a value as one binary column.
	 * @param collection the name
	 * @return the shape as far as the store keeps it, or {@code null} if there is no such
	 * collection
	 */
	@Nullable CollectionSpec describe(String collection);

	/**
	 * Describe a collection that is expected to have a shape, to be compared with it:
	 * what the system keeps is told as it is kept, what it does not keep (the types of
	 * Proxima's forward columns, all of a Pegasus table's columns) as expected.
	 * @param expected the shape expected
	 * @return the shape, equal to the one expected if nothing stands against it;
	 * {@code null} if there is no such collection
	 */
	default @Nullable CollectionSpec describe(CollectionSpec expected) {
		return describe(expected.name());
	}

	/**
	 * Create a collection. That it is there already with this very shape is no failure,
	 * also if another process makes it at the same time.
	 * @param collection the shape
	 * @throws org.springframework.dao.InvalidDataAccessResourceUsageException if it is
	 * there with another shape
	 */
	void create(CollectionSpec collection);

	/**
	 * Add the columns that a stored collection does not have yet; they are null in the
	 * rows that are there. Needs {@link Ability#ADD_COLUMNS}.
	 * @param collection the whole shape, with the new, nullable columns
	 */
	void addColumns(CollectionSpec collection);

	/**
	 * Drop a collection with all its rows.
	 * @param collection the name
	 * @return whether it was there
	 */
	boolean drop(String collection);

	/**
	 * Tell the size of a collection, as far as that is cheap.
	 * @param collection the name
	 * @return the figures
	 */
	CollectionStats stats(String collection);

	/**
	 * Store rows. Returns when they are as safe as the store makes them; a failure of
	 * some rows is in the result, an exception means that none is stored or, if it says
	 * so, that it is not known.
	 * @param request the rows; may be empty
	 * @return what became of each row
	 */
	WriteResult write(WriteRequest request);

	/**
	 * Delete rows by key.
	 * @param request the keys; may be empty
	 * @return what became of each
	 */
	WriteResult delete(DeleteRequest request);

	/**
	 * Delete every row that satisfies a condition, however many they are.
	 * @param collection the collection
	 * @param filter the condition on columns, or {@code null} for every row
	 * @param options how to write
	 * @return how many rows were deleted, or -1 if the system does not tell, where the
	 * store does not declare {@link Ability#DELETE_COUNT}
	 */
	long deleteWhere(CollectionSpec collection, @Nullable Filter filter, WriteOptions options);

	/**
	 * Do what the store does once behind all writes of one call of the application,
	 * however many requests they were, such as to wait until searches find the rows. Core
	 * calls it where rows were stored, also if others failed; who uses the port alone
	 * calls it himself. Deletions need no such thing.
	 * @param collection the collection written to
	 * @param options how it was written
	 * @throws org.springframework.dao.NonTransientDataAccessException if that failed; the
	 * rows are stored all the same, and must not be written again for that
	 */
	default void afterWrites(CollectionSpec collection, WriteOptions options) {
	}

	/**
	 * Read rows by key, in one round trip where the system has one.
	 * @param collection the collection
	 * @param keys the keys
	 * @param projection the columns wanted back
	 * @param options how to read
	 * @return one place for each key, in the order given; {@code null} where there is no
	 * such row
	 */
	List<@Nullable Row> get(CollectionSpec collection, List<Key> keys, Projection projection, SearchOptions options);

	/**
	 * Read a page of rows.
	 * @param request the page
	 * @return at most as many rows as asked
	 */
	List<Row> find(FindRequest request);

	/**
	 * Read rows one after the other, a page at a time and each page when it is reached.
	 * The stream must be closed.
	 * @param request the rows; its limit is the size of a page
	 * @return all rows of the filter
	 */
	default Stream<Row> stream(FindRequest request) {
		return PagedRows.stream(this, request);
	}

	/**
	 * Find the rows nearest to a vector.
	 * @param request the point
	 * @return the hits, nearest first
	 */
	List<Hit> nearest(NearestRequest request);

	/**
	 * Find the rows that match a text best.
	 * @param request the text
	 * @return the hits, best first
	 */
	List<Hit> rank(RankRequest request);

	/**
	 * Count rows.
	 * @param collection the collection
	 * @param filter the condition on columns, or {@code null} for every row
	 * @param options how to read
	 * @return how many rows satisfy it, exactly
	 */
	long count(CollectionSpec collection, @Nullable Filter filter, SearchOptions options);

	/**
	 * Find neighbours without keeping the caller waiting. Systems whose wire is
	 * asynchronous hold no thread meanwhile; the others use one of the executor's.
	 * @param request the point
	 * @param executor runs what would otherwise block
	 * @return the hits to come
	 */
	default CompletableFuture<List<Hit>> nearestAsync(NearestRequest request, Executor executor) {
		return CompletableFuture.supplyAsync(() -> nearest(request), executor);
	}

	/**
	 * Read a page without keeping the caller waiting.
	 * @param request the page
	 * @param executor runs what would otherwise block
	 * @return the rows to come
	 */
	default CompletableFuture<List<Row>> findAsync(FindRequest request, Executor executor) {
		return CompletableFuture.supplyAsync(() -> find(request), executor);
	}

	/**
	 * Store rows without keeping the caller waiting.
	 * @param request the rows
	 * @param executor runs what would otherwise block
	 * @return what will have become of each row
	 */
	default CompletableFuture<WriteResult> writeAsync(WriteRequest request, Executor executor) {
		return CompletableFuture.supplyAsync(() -> write(request), executor);
	}

	/**
	 * Return whether calls of this thread are part of a transaction of the application's,
	 * so that those of other threads would not be.
	 * @return whether they are, {@code false} on a store that takes part in none
	 */
	default boolean isInTransaction() {
		return false;
	}

	/**
	 * Say what is worth showing of this store beside its name: version, address without
	 * credentials, where data is kept. Asks nobody.
	 * @return the details by name
	 */
	default Map<String, Object> details() {
		return Map.of();
	}

	/**
	 * Ask the system for a sign of life by the cheapest real call that it has, once and
	 * past every policy.
	 * @param deadline when an answer must be there
	 * @return what is worth showing, as {@link #details()} with what only the system can
	 * tell, such as its version
	 * @throws org.springframework.dao.DataAccessException if the system is not well
	 */
	default Map<String, Object> probe(Deadline deadline) {
		collections();
		return details();
	}

	@Override
	void close();

}
