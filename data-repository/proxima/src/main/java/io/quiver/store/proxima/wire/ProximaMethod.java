package io.quiver.store.proxima.wire;

import java.util.function.Function;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.DescribeCollectionResponse;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.proto.ListCollectionsResponse;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.ProximaServiceGrpc;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryResponse;
import io.quiver.store.proxima.proto.StatsCollectionResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;

import org.springframework.util.Assert;

/**
 * A call of Proxima BE.
 *
 * @param <Q> the type of what is asked
 * @param <A> the type of the answer
 * @param descriptor the call as gRPC knows it
 * @param status finds the status in an answer
 * @author Quiver
 */
public record ProximaMethod<Q extends Message, A extends Message>(MethodDescriptor<Q, A> descriptor,
		Function<A, Status> status) {

	public static final ProximaMethod<CollectionConfig, Status> CREATE_COLLECTION = new ProximaMethod<>(
			ProximaServiceGrpc.getCreateCollectionMethod(), Function.identity());

	public static final ProximaMethod<CollectionName, Status> DROP_COLLECTION = new ProximaMethod<>(
			ProximaServiceGrpc.getDropCollectionMethod(), Function.identity());

	public static final ProximaMethod<CollectionName, DescribeCollectionResponse> DESCRIBE_COLLECTION = new ProximaMethod<>(
			ProximaServiceGrpc.getDescribeCollectionMethod(), DescribeCollectionResponse::getStatus);

	public static final ProximaMethod<ListCondition, ListCollectionsResponse> LIST_COLLECTIONS = new ProximaMethod<>(
			ProximaServiceGrpc.getListCollectionsMethod(), ListCollectionsResponse::getStatus);

	public static final ProximaMethod<CollectionName, StatsCollectionResponse> STATS_COLLECTION = new ProximaMethod<>(
			ProximaServiceGrpc.getStatsCollectionMethod(), StatsCollectionResponse::getStatus);

	public static final ProximaMethod<WriteRequest, Status> WRITE = new ProximaMethod<>(
			ProximaServiceGrpc.getWriteMethod(), Function.identity());

	public static final ProximaMethod<QueryRequest, QueryResponse> QUERY = new ProximaMethod<>(
			ProximaServiceGrpc.getQueryMethod(), QueryResponse::getStatus);

	public static final ProximaMethod<GetDocumentRequest, GetDocumentResponse> GET_DOCUMENT_BY_KEY = new ProximaMethod<>(
			ProximaServiceGrpc.getGetDocumentByKeyMethod(), GetDocumentResponse::getStatus);

	public static final ProximaMethod<GetVersionRequest, GetVersionResponse> GET_VERSION = new ProximaMethod<>(
			ProximaServiceGrpc.getGetVersionMethod(), GetVersionResponse::getStatus);

	/**
	 * Return the status in an answer.
	 * @param answer the answer
	 * @return its status
	 */
	public Status status(A answer) {
		return this.status.apply(answer);
	}

	/**
	 * Return the answer that says nothing, of which builders of others are made.
	 * @return the default instance
	 */
	public A none() {
		MethodDescriptor.PrototypeMarshaller<A> marshaller = (MethodDescriptor.PrototypeMarshaller<A>) this.descriptor
			.getResponseMarshaller();
		A none = marshaller.getMessagePrototype();
		Assert.state(none != null, "A marshaller of messages has a prototype");
		return none;
	}

	@Override
	public String toString() {
		return String.valueOf(this.descriptor.getBareMethodName());
	}

}
