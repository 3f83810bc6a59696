package io.quiver.store.proxima;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.SearchTrace;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.proxima.ProximaRequest.Verdict;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.CollectionInfo;
import io.quiver.store.proxima.model.CollectionStats;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.OperationType;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.proto.ListCollectionsResponse;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.StatsCollectionResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The calls of the client, checked and ready to be sent.
 *
 * @author Quiver
 */
final class ProximaRequests {

	private ProximaRequests() {
	}

	static ProximaRequest<io.quiver.store.proxima.proto.CollectionConfig, Status, @Nullable Void> create(
			CollectionConfig config) {
		Assert.notNull(config, "'config' must not be null");
		return new ProximaRequest<>(ProximaOperations.CREATE.on(Names.collection(config.name())),
				ProximaMethod.CREATE_COLLECTION, CollectionMessages.config(config), ProximaRequests::nothing,
				ProximaErrors::refuse);
	}

	static ProximaRequest<CollectionName, DescribeCollectionResponse, CollectionInfo> describe(String collection) {
		return new ProximaRequest<>(StoreOperations.DESCRIBE.on(collection), ProximaMethod.DESCRIBE_COLLECTION,
				name(collection), (answer, attempt) -> CollectionAnswers.info(answer.getCollection()),
				ProximaErrors::refuse);
	}

	static ProximaRequest<CollectionName, StatsCollectionResponse, CollectionStats> stats(String collection) {
		return new ProximaRequest<>(StoreOperations.STATS.on(collection), ProximaMethod.STATS_COLLECTION,
				name(collection), (answer, attempt) -> CollectionAnswers.stats(answer.getCollectionStats()),
				ProximaErrors::refuse);
	}

	static ProximaRequest<CollectionName, Status, @Nullable Void> drop(String collection) {
		return new ProximaRequest<>(StoreOperations.DROP.on(collection), ProximaMethod.DROP_COLLECTION,
				name(collection), ProximaRequests::nothing, ProximaErrors::refuseUnlessDropped);
	}

	static ProximaRequest<ListCondition, ListCollectionsResponse, List<CollectionInfo>> list(String repository) {
		Assert.notNull(repository, "'repositoryName' must not be null");
		return new ProximaRequest<>(StoreOperations.COLLECTIONS, ProximaMethod.LIST_COLLECTIONS,
				ListCondition.newBuilder().setRepositoryName(repository).build(),
				(answer, attempt) -> answer.getCollectionsList().stream().map(CollectionAnswers::info).toList(),
				ProximaErrors::refuse);
	}

	static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, @Nullable Void> write(
			WriteRequest request) {
		Assert.notNull(request, "'request' must not be null");
		int rows = request.rows().size();
		Verdict verdict = (rows == 1) ? ProximaErrors::refuse : ProximaErrors::refuseRows;
		if (request.rows().stream().allMatch((row) -> row.operation() == OperationType.DELETE)) {
			verdict = ProximaErrors::refuseUnlessDeleted;
		}
		return write(ProximaOperations.write(request), WriteMessages.of(request), rows, verdict);
	}

	static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, @Nullable Void> delete(String collection,
			Collection<Long> keys) {
		return write(StoreOperations.DELETE.on(Names.collection(collection)), WriteMessages.delete(collection, keys),
				keys.size(), ProximaErrors::refuseUnlessDeleted);
	}

	private static ProximaRequest<io.quiver.store.proxima.proto.WriteRequest, Status, @Nullable Void> write(
			Operation operation, io.quiver.store.proxima.proto.WriteRequest message, int rows, Verdict verdict) {
		return new ProximaRequest<>(operation, ProximaMethod.WRITE, message, (answer, attempt) -> {
			attempt.written(rows);
			return null;
		}, verdict);
	}

	static ProximaRequest<QueryRequest, io.quiver.store.proxima.proto.QueryResponse, QueryResponse> query(
			VectorQuery query) {
		Assert.notNull(query, "'query' must not be null");
		QueryRequest message = QueryMessages.of(query);
		Operation operation = StoreOperations.NEAREST.on(message.getCollectionName())
			.searching(() -> new SearchTrace(query.column(), message.getKnnParam().getDimension(), query.topK(), null,
					null));
		return new ProximaRequest<>(operation, ProximaMethod.QUERY, message, DocumentAnswers::results,
				ProximaErrors::refuse);
	}

	static ProximaRequest<GetDocumentRequest, GetDocumentResponse, Optional<Document>> get(String collection,
			long key) {
		GetDocumentRequest message = GetDocumentRequest.newBuilder()
			.setCollectionName(Names.collection(collection))
			.setPrimaryKey(Names.key(key))
			.build();
		return new ProximaRequest<>(StoreOperations.GET.on(collection), ProximaMethod.GET_DOCUMENT_BY_KEY, message,
				DocumentAnswers::document, ProximaErrors::refuse);
	}

	static ProximaRequest<GetVersionRequest, GetVersionResponse, String> version() {
		return new ProximaRequest<>(ProximaOperations.VERSION, ProximaMethod.GET_VERSION,
				GetVersionRequest.getDefaultInstance(), (answer, attempt) -> answer.getVersion(),
				ProximaErrors::refuse);
	}

	private static CollectionName name(String collection) {
		return CollectionName.newBuilder().setCollectionName(Names.collection(collection)).build();
	}

	private static @Nullable Void nothing(Status status, Attempt attempt) {
		return null;
	}

}
