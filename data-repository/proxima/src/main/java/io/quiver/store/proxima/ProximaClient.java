package io.quiver.store.proxima;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.grpc.Channel;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
import io.quiver.store.proxima.grpc.GrpcTransport;
import io.quiver.store.proxima.http.HttpTransport;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.CollectionStats;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.wire.ProximaTransport;

import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

/**
 * Proxima BE with all that it can do, over gRPC or HTTP. Safe for use by many threads.
 * <p>
 * Nothing is sent before the first call, which also asks for the server's version and
 * refuses one that this client does not speak. Calls fail with Spring's
 * {@link org.springframework.dao.DataAccessException} family; where the server has
 * reported a status, {@link ProximaStatusException#of(Throwable)} finds it. What cannot
 * be right is refused before it is sent, with
 * {@link org.springframework.dao.InvalidDataAccessApiUsageException}.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ProximaClient implements AutoCloseable {

	/**
	 * What goes through the guarded door: the operations of every store, of which a query
	 * is {@code nearest} and creating, dropping, describing, listing and reading by key
	 * have their shared names, and {@code write}, {@code write-each} and {@code version}.
	 */
	public static final Set<Operation> OPERATIONS = ProximaOperations.ALL;

	private final ProximaCalls calls;

	private final ProximaAsyncClient async;

	private ProximaClient(ProximaCalls calls) {
		this.calls = calls;
		this.async = new ProximaAsyncClient(calls);
	}

	/**
	 * Begin a client over gRPC.
	 * @param channel the channel, which stays its maker's: the client closes it only if
	 * {@link Builder#onClose} says so, and makes a {@code ManagedChannel} connect again
	 * without its long waits. Its flow-control window and its greatest message size must
	 * both hold the greatest answer, or the server cuts the answer off
	 * @return a builder
	 */
	public static Builder overGrpc(Channel channel) {
		Assert.notNull(channel, "'channel' must not be null");
		return new Builder("grpc", (name) -> new GrpcTransport(channel));
	}

	/**
	 * Begin a client over HTTP. Scores and numbers come back with six digits, and strings
	 * with a quote, a backslash or a control character are refused, since the server
	 * would store them damaged.
	 * @param client the client, with the server's address as its base URL. An
	 * asynchronous call takes a thread, and one that is given up is interrupted, which
	 * the transport below it should heed, as that of the JDK does
	 * @return a builder
	 */
	public static Builder overHttp(RestClient client) {
		Assert.notNull(client, "'client' must not be null");
		return new Builder("http", (name) -> new HttpTransport(client, name));
	}

	/**
	 * Return the same client with calls that do not keep their callers waiting.
	 * @return the asynchronous form, which is closed with this one
	 */
	public ProximaAsyncClient async() {
		return this.async;
	}

	/**
	 * Create a collection.
	 * @param config the collection
	 * @throws org.springframework.dao.DataIntegrityViolationException if there is one of
	 * that name
	 */
	public void createCollection(CollectionConfig config) {
		this.calls.call(ProximaRequests.create(config));
	}

	/**
	 * Describe a collection.
	 * @param collection the name
	 * @return the collection
	 * @throws org.springframework.dao.InvalidDataAccessResourceUsageException if there is
	 * none
	 */
	public CollectionInfo describeCollection(String collection) {
		return this.calls.call(ProximaRequests.describe(collection));
	}

	/**
	 * Tell the statistics of a collection.
	 * @param collection the name
	 * @return the statistics, which do not fall on a delete
	 * @throws org.springframework.dao.InvalidDataAccessResourceUsageException if there is
	 * none
	 */
	public CollectionStats statsCollection(String collection) {
		return this.calls.call(ProximaRequests.stats(collection));
	}

	/**
	 * Drop a collection with all its documents.
	 * @param collection the name
	 * @throws org.springframework.dao.InvalidDataAccessResourceUsageException if there is
	 * none
	 */
	public void dropCollection(String collection) {
		this.calls.call(ProximaRequests.drop(collection));
	}

	/**
	 * List all collections.
	 * @return the collections, in no particular order
	 */
	public List<CollectionInfo> listCollections() {
		return listCollections("");
	}

	/**
	 * List the collections that a repository feeds.
	 * @param repositoryName the name of the repository
	 * @return the collections, in no particular order; empty if there is no such
	 * repository
	 */
	public List<CollectionInfo> listCollections(String repositoryName) {
		return this.calls.call(ProximaRequests.list(repositoryName));
	}

	/**
	 * Store and delete rows in one request. A row that fails does not stop the others,
	 * and the server tells only that there was one: {@link #writeEach} tells which. Rows
	 * of a fed collection are taken into a queue, and failures of single rows are never
	 * told.
	 * @param request the rows
	 * @throws org.springframework.dao.DuplicateKeyException if the last row that failed
	 * was inserted though its key is there; all other rows may be stored
	 * @throws org.springframework.dao.IncorrectUpdateSemanticsDataAccessException if the
	 * last row that failed was updated or deleted though its key is not there; all other
	 * rows may be stored
	 * @throws io.quiver.data.policy.OutcomeUnknownException if rows were inserted and it
	 * is not known whether they are stored, or rows were deleted together with others and
	 * it is not known whether all is done
	 */
	public void write(WriteRequest request) {
		this.calls.call(ProximaRequests.write(request));
	}

	/**
	 * Store and delete rows, each in a request of its own, many at once; rows of one key
	 * stay in their order. Nothing is repeated, and once a row is not answered no other
	 * is begun.
	 * @param request the rows
	 * @return what became of each row, in their order
	 * @throws org.springframework.dao.DataAccessException if no row was answered
	 */
	public List<RowStatus> writeEach(WriteRequest request) {
		return EachRow.write(this.calls, request);
	}

	/**
	 * Delete documents. A key that is not there does not keep the others from being
	 * deleted. Where calls are repeated, such as after a lost answer, a key that is not
	 * there at a later try is no failure, whichever it is: an earlier try may have
	 * deleted it.
	 * @param collection the name of the collection
	 * @param keys the primary keys, at least one and none {@code null}
	 * @throws IllegalArgumentException if a key is {@code null}; nothing is sent
	 * @throws org.springframework.dao.IncorrectUpdateSemanticsDataAccessException if some
	 * key is not there
	 */
	public void deleteDocumentByKeys(String collection, Collection<Long> keys) {
		this.calls.call(ProximaRequests.delete(collection, keys));
	}

	/**
	 * Search for the nearest documents.
	 * @param query the search
	 * @return the documents of each vector
	 */
	public QueryResponse query(VectorQuery query) {
		return this.calls.call(ProximaRequests.query(query));
	}

	/**
	 * Read a document.
	 * @param collection the name of the collection
	 * @param key the primary key
	 * @return the document, empty if there is none of that key
	 */
	public Optional<Document> getDocumentByKey(String collection, long key) {
		return this.calls.call(ProximaRequests.get(collection, key));
	}

	/**
	 * Ask for the server's version, whichever it is.
	 * @return the version, such as {@code 0.2.1}
	 */
	public String getVersion() {
		return this.calls.call(ProximaRequests.version());
	}

	/**
	 * Say what is worth showing of this client. Asks nobody.
	 * @return address, transport and, once it is known, the server's version
	 */
	public Map<String, Object> details() {
		return this.calls.details();
	}

	/**
	 * Ask the server for its version, once and past the door.
	 * @param deadline when the answer must be there
	 * @return {@link #details()}
	 * @throws org.springframework.dao.DataAccessException if the server is not well, or
	 * of another version
	 */
	public Map<String, Object> probe(Deadline deadline) {
		return this.calls.probe(deadline);
	}

	/**
	 * Close the client: calls from now on are refused. Runs what {@link Builder#onClose}
	 * was given.
	 */
	@Override
	public void close() {
		this.calls.close();
	}

	@Override
	public String toString() {
		return "ProximaClient " + details();
	}

	ProximaCalls calls() {
		return this.calls;
	}

	/**
	 * Builds a client.
	 */
	public static final class Builder {

		private final String transport;

		private final Function<String, ProximaTransport> factory;

		private StoreCalls calls = StoreCalls.direct();

		private String address = "";

		private boolean versionCheck = true;

		private Runnable onClose = () -> {
		};

		private Builder(String transport, Function<String, ProximaTransport> factory) {
			this.transport = transport;
			this.factory = factory;
		}

		/**
		 * Set the door that every call goes through. By default, one without policies.
		 * @param calls the door
		 * @return this builder
		 */
		public Builder calls(StoreCalls calls) {
			Assert.notNull(calls, "'calls' must not be null");
			this.calls = calls;
			return this;
		}

		/**
		 * Set the address to be shown in details and messages, without credentials.
		 * @param address the address
		 * @return this builder
		 */
		public Builder address(String address) {
			Assert.notNull(address, "'address' must not be null");
			this.address = address;
			return this;
		}

		/**
		 * Set whether a server of another version is refused at the first call. By
		 * default, it is.
		 * @param versionCheck whether to ask for the version
		 * @return this builder
		 */
		public Builder versionCheck(boolean versionCheck) {
			this.versionCheck = versionCheck;
			return this;
		}

		/**
		 * Add what is done when the client is closed, such as to shut its channel down.
		 * By default, nothing is.
		 * @param onClose run once
		 * @return this builder
		 */
		public Builder onClose(Runnable onClose) {
			Assert.notNull(onClose, "'onClose' must not be null");
			Runnable before = this.onClose;
			this.onClose = () -> {
				try {
					before.run();
				}
				finally {
					onClose.run();
				}
			};
			return this;
		}

		/**
		 * Make the client. Nothing is sent for that.
		 * @return the client, to be closed
		 */
		public ProximaClient build() {
			String name = "quiver-proxima-" + this.transport;
			GreetedServer server = new GreetedServer(this.factory.apply(name), this.versionCheck, this.address,
					this.transport);
			return new ProximaClient(new ProximaCalls(this.calls, server, this.onClose));
		}

	}

}
