package io.quiver.store.proxima.server;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.protobuf.Message;
import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.proto.ListCollectionsResponse;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryResponse;
import io.quiver.store.proxima.proto.StatsCollectionResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;

/**
 * A call of the service.
 *
 * @author Quiver
 * @param name its name on the wire
 * @param request an empty request
 * @param call what it does
 * @param refusal the answer that carries nothing but a status
 */
record Operation(String name, Message request, BiFunction<Proxima, Message, Message> call,
		Function<Status, Message> refusal) {

	/** All of them by name. */
	static final Map<String, Operation> ALL = List
		.of(of("create_collection", CollectionConfig.getDefaultInstance(), Proxima::create, Function.identity()),
				of("drop_collection", CollectionName.getDefaultInstance(), Proxima::drop, Function.identity()),
				of("describe_collection", CollectionName.getDefaultInstance(), Proxima::describe,
						(status) -> DescribeCollectionResponse.newBuilder().setStatus(status).build()),
				of("list_collections", ListCondition.getDefaultInstance(), Proxima::list,
						(status) -> ListCollectionsResponse.newBuilder().setStatus(status).build()),
				of("stats_collection", CollectionName.getDefaultInstance(), Proxima::stats,
						(status) -> StatsCollectionResponse.newBuilder().setStatus(status).build()),
				of("write", WriteRequest.getDefaultInstance(), Proxima::write, Function.identity()),
				of("query", QueryRequest.getDefaultInstance(), Proxima::query,
						(status) -> QueryResponse.newBuilder().setStatus(status).build()),
				of("get_document_by_key", GetDocumentRequest.getDefaultInstance(), Proxima::get,
						(status) -> GetDocumentResponse.newBuilder().setStatus(status).build()),
				of("get_version", GetVersionRequest.getDefaultInstance(), Proxima::version,
						(status) -> GetVersionResponse.newBuilder().setStatus(status).build()))
		.stream()
		.collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));

	static Operation named(String name) {
		Operation operation = ALL.get(name);
		if (operation == null) {
			throw new IllegalArgumentException("No call is named '" + name + "': one of " + ALL.keySet());
		}
		return operation;
	}

	@SuppressWarnings("unchecked")
	private static <Q extends Message, A extends Message> Operation of(String name, Q request,
			BiFunction<Proxima, Q, A> call, Function<Status, A> refusal) {
		return new Operation(name, request, (proxima, message) -> call.apply(proxima, (Q) message),
				(status) -> refusal.apply(status));
	}

	Message answer(Proxima proxima, Message request) {
		try {
			return this.call.apply(proxima, request);
		}
		catch (Refused ex) {
			return this.refusal.apply(ex.status());
		}
	}

}
