package io.quiver.store.proxima.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionInfo;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.proto.ListCollectionsResponse;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;
import io.quiver.store.proxima.proto.QueryRequest.QueryType;
import io.quiver.store.proxima.proto.QueryResponse;
import io.quiver.store.proxima.proto.QueryResponse.Result;
import io.quiver.store.proxima.proto.StatsCollectionResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;

/**
 * What is behind both doors of the server: its calls, with the data that survives its
 * end.
 *
 * @author Quiver
 */
final class Proxima {

	private final Map<String, Collection> collections = new ConcurrentHashMap<>();

	private final AtomicLong magicNumber = new AtomicLong();

	private final AtomicLong queries = new AtomicLong();

	private final Answers answers;

	private volatile String version = "0.2.1";

	Proxima(Answers answers) {
		this.answers = answers;
	}

	/** Draw a new magic number, as each start of the server does. */
	void begin() {
		this.magicNumber.updateAndGet((last) -> Math.max(last + 1, (System.nanoTime() / 1000) & 0xffff_ffffL));
	}

	void endUnflushed() {
		this.collections.values().forEach(Collection::endUnflushed);
	}

	void version(String version) {
		this.version = version;
	}

	void clear() {
		this.collections.clear();
	}

	GetVersionResponse version(GetVersionRequest request) {
		return GetVersionResponse.newBuilder().setStatus(Code.SUCCESS.status()).setVersion(this.version).build();
	}

	Status create(CollectionConfig config) {
		Definition.checkRepositoryType(config);
		synchronized (this.collections) {
			if (this.collections.containsKey(config.getCollectionName())) {
				throw Code.DUPLICATE_COLLECTION.refused();
			}
			Collection created = new Collection(Definition.checked(config), this.answers);
			this.collections.put(config.getCollectionName(), created);
		}
		return Code.SUCCESS.status();
	}

	Status drop(CollectionName name) {
		if (this.collections.remove(name.getCollectionName()) == null) {
			throw Code.COLLECTION_NOT_EXIST.refused();
		}
		return Code.SUCCESS.status();
	}

	DescribeCollectionResponse describe(CollectionName name) {
		CollectionInfo info = collection(name.getCollectionName()).describe(this.magicNumber.get());
		return DescribeCollectionResponse.newBuilder().setStatus(Code.SUCCESS.status()).setCollection(info).build();
	}

	ListCollectionsResponse list(ListCondition condition) {
		List<CollectionInfo> found = this.collections.values()
			.stream()
			.map((collection) -> collection.describe(this.magicNumber.get()))
			.filter((info) -> condition.getRepositoryName().isEmpty()
					|| info.getConfig().getRepositoryConfig().getRepositoryName().equals(condition.getRepositoryName()))
			.toList();
		return ListCollectionsResponse.newBuilder().setStatus(Code.SUCCESS.status()).addAllCollections(found).build();
	}

	StatsCollectionResponse stats(CollectionName name) {
		return StatsCollectionResponse.newBuilder()
			.setCollectionStats(collection(name.getCollectionName()).stats())
			.setStatus(Code.SUCCESS.status())
			.build();
	}

	/**
	 * What a repository sends is queued, so that it never hears what became of its rows.
	 */
	Status write(WriteRequest request) {
		Collection collection = collection(request.getCollectionName());
		List<Row> rows = new RowReader(collection.schema(), request).read();
		if (collection.schema().repository() && request.getMagicNumber() != this.magicNumber.get()) {
			throw Code.MISMATCHED_MAGIC_NUMBER.refused();
		}
		Code outcome = collection.write(rows);
		return (collection.schema().repository() ? Code.SUCCESS : outcome).status();
	}

	QueryResponse query(QueryRequest request) {
		Profile profile = new Profile(this.queries.incrementAndGet());
		QueryResponse.Builder response = QueryResponse.newBuilder().setStatus(Code.SUCCESS.status());
		try {
			response.addAllResults(results(request));
		}
		catch (Refused ex) {
			response.setStatus(ex.status());
		}
		if (request.getDebugMode()) {
			response.setDebugInfo(profile.ofQuery());
		}
		return response.setLatencyUs(profile.micros()).build();
	}

	private List<Result> results(QueryRequest request) {
		if (request.getQueryType() != QueryType.QT_KNN) {
			throw Code.RUNTIME_ERROR.refused();
		}
		KnnQueryParam param = request.getKnnParam();
		Collection collection = collection(request.getCollectionName());
		IndexColumn column = collection.schema()
			.indexColumn(param.getColumnName())
			.orElseThrow(Code.COLUMN_NOT_EXIST::refused);
		return collection.search(column, column.asked(param), param);
	}

	/** A key without a document is a success too. */
	GetDocumentResponse get(GetDocumentRequest request) {
		Profile profile = new Profile(this.queries.incrementAndGet());
		GetDocumentResponse.Builder response = GetDocumentResponse.newBuilder().setStatus(Code.SUCCESS.status());
		try {
			collection(request.getCollectionName()).document(request.getPrimaryKey()).ifPresent(response::setDocument);
		}
		catch (Refused ex) {
			response.setStatus(ex.status());
		}
		if (request.getDebugMode()) {
			response.setDebugInfo(profile.ofLookup());
		}
		return response.build();
	}

	private Collection collection(String name) {
		return Optional.ofNullable(this.collections.get(name)).orElseThrow(Code.COLLECTION_NOT_EXIST::refused);
	}

}
