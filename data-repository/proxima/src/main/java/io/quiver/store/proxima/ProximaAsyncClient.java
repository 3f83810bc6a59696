package io.quiver.store.proxima;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.CollectionStats;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * The calls of {@link ProximaClient} without keeping their callers waiting. Each fails
 * with what its namesake throws, bad input too, and ends under way when its result is
 * cancelled. Over gRPC no call holds a thread; what is chained to a result runs in a
 * thread of the channel, which it must not keep.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ProximaAsyncClient {

	private final ProximaCalls calls;

	ProximaAsyncClient(ProximaCalls calls) {
		this.calls = calls;
	}

	/**
	 * Create a collection.
	 * @param config the collection
	 * @return completes when it is there
	 * @see ProximaClient#createCollection
	 */
	public CompletableFuture<@Nullable Void> createCollection(CollectionConfig config) {
		return this.calls.callAsync(() -> ProximaRequests.create(config));
	}

	/**
	 * Describe a collection.
	 * @param collection the name
	 * @return the collection
	 * @see ProximaClient#describeCollection
	 */
	public CompletableFuture<CollectionInfo> describeCollection(String collection) {
		return this.calls.callAsync(() -> ProximaRequests.describe(collection));
	}

	/**
	 * Tell the statistics of a collection.
	 * @param collection the name
	 * @return the statistics
	 * @see ProximaClient#statsCollection
	 */
	public CompletableFuture<CollectionStats> statsCollection(String collection) {
		return this.calls.callAsync(() -> ProximaRequests.stats(collection));
	}

	/**
	 * Drop a collection with all its documents.
	 * @param collection the name
	 * @return completes when it is gone
	 * @see ProximaClient#dropCollection
	 */
	public CompletableFuture<@Nullable Void> dropCollection(String collection) {
		return this.calls.callAsync(() -> ProximaRequests.drop(collection));
	}

	/**
	 * List all collections.
	 * @return the collections
	 * @see ProximaClient#listCollections()
	 */
	public CompletableFuture<List<CollectionInfo>> listCollections() {
		return listCollections("");
	}

	/**
	 * List the collections that a repository feeds.
	 * @param repositoryName the name of the repository
	 * @return the collections
	 * @see ProximaClient#listCollections(String)
	 */
	public CompletableFuture<List<CollectionInfo>> listCollections(String repositoryName) {
		return this.calls.callAsync(() -> ProximaRequests.list(repositoryName));
	}

	/**
	 * Store and delete rows in one request.
	 * @param request the rows
	 * @return completes when all rows are done
	 * @see ProximaClient#write
	 */
	public CompletableFuture<@Nullable Void> write(WriteRequest request) {
		return this.calls.callAsync(() -> ProximaRequests.write(request));
	}

	/**
	 * Store and delete rows, each in a request of its own. If the deadline comes before
	 * all answers, the result fails as a whole; {@link ProximaClient#writeEach} would
	 * tell what is known of each row.
	 * @param request the rows
	 * @return what became of each row
	 * @see ProximaClient#writeEach
	 */
	public CompletableFuture<List<RowStatus>> writeEach(WriteRequest request) {
		return EachRow.writeAsync(this.calls, request);
	}

	/**
	 * Delete documents.
	 * @param collection the name of the collection
	 * @param keys the primary keys
	 * @return completes when all are deleted
	 * @see ProximaClient#deleteDocumentByKeys
	 */
	public CompletableFuture<@Nullable Void> deleteDocumentByKeys(String collection, Collection<Long> keys) {
		return this.calls.callAsync(() -> ProximaRequests.delete(collection, keys));
	}

	/**
	 * Search for the nearest documents.
	 * @param query the search
	 * @return the documents of each vector
	 * @see ProximaClient#query
	 */
	public CompletableFuture<QueryResponse> query(VectorQuery query) {
		return this.calls.callAsync(() -> ProximaRequests.query(query));
	}

	/**
	 * Read a document.
	 * @param collection the name of the collection
	 * @param key the primary key
	 * @return the document, empty if there is none of that key
	 * @see ProximaClient#getDocumentByKey
	 */
	public CompletableFuture<Optional<Document>> getDocumentByKey(String collection, long key) {
		return this.calls.callAsync(() -> ProximaRequests.get(collection, key));
	}

	/**
	 * Ask for the server's version, whichever it is.
	 * @return the version
	 * @see ProximaClient#getVersion
	 */
	public CompletableFuture<String> getVersion() {
		return this.calls.callAsync(ProximaRequests::version);
	}

}
