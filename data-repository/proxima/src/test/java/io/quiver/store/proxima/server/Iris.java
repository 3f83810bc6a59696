package io.quiver.store.proxima.server;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.CollectionStats;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetVersionRequest;
import io.quiver.store.proxima.proto.IndexType;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.ProximaServiceGrpc;
import io.quiver.store.proxima.proto.ProximaServiceGrpc.ProximaServiceBlockingStub;
import io.quiver.store.proxima.proto.ProximaServiceGrpc.ProximaServiceFutureStub;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;
import io.quiver.store.proxima.proto.WriteRequest;
import io.quiver.store.proxima.proto.WriteRequest.IndexColumnMeta;
import io.quiver.store.proxima.proto.WriteRequest.RowMeta;

/**
 * A collection of two-dimensional vectors, used through the generated stubs.
 *
 * @author Quiver
 */
final class Iris implements AutoCloseable {

	private static final String NAME = "iris";

	private final ManagedChannel channel;

	Iris(ProximaServer server) {
		this.channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
	}

	ProximaServiceBlockingStub stub() {
		return ProximaServiceGrpc.newBlockingStub(this.channel).withDeadlineAfter(1, TimeUnit.MINUTES);
	}

	ProximaServiceFutureStub futures() {
		return ProximaServiceGrpc.newFutureStub(this.channel);
	}

	static GetVersionRequest version() {
		return GetVersionRequest.getDefaultInstance();
	}

	static CollectionName name() {
		return CollectionName.newBuilder().setCollectionName(NAME).build();
	}

	static CollectionConfig config() {
		return CollectionConfig.newBuilder()
			.setCollectionName(NAME)
			.addForwardColumnNames("n")
			.addIndexColumnParams(IndexColumnParam.newBuilder()
				.setColumnName("v")
				.setIndexType(IndexType.IT_PROXIMA_GRAPH_INDEX)
				.setDataType(DataType.DT_VECTOR_FP32)
				.setDimension(2))
			.build();
	}

	static WriteRequest write(OperationType operation, long... keys) {
		RowMeta meta = RowMeta.newBuilder()
			.addForwardColumnNames("n")
			.addIndexColumnMetas(IndexColumnMeta.newBuilder()
				.setColumnName("v")
				.setDataType(DataType.DT_VECTOR_FP32)
				.setDimension(2))
			.build();
		List<WriteRequest.Row> rows = LongStream.of(keys).mapToObj((key) -> row(operation, key)).toList();
		return WriteRequest.newBuilder().setCollectionName(NAME).setRowMeta(meta).addAllRows(rows).build();
	}

	private static WriteRequest.Row row(OperationType operation, long key) {
		return WriteRequest.Row.newBuilder()
			.setPrimaryKey(key)
			.setOperationType(operation)
			.setForwardColumnValues(values(GenericValue.newBuilder().setInt64Value(key)))
			.setIndexColumnValues(values(GenericValue.newBuilder().setStringValue("[0," + key + "]")))
			.build();
	}

	private static GenericValueList values(GenericValue.Builder value) {
		return GenericValueList.newBuilder().addValues(value).build();
	}

	static WriteRequest insert(long... keys) {
		return write(OperationType.OP_INSERT, keys);
	}

	static QueryRequest query(int topk) {
		KnnQueryParam param = KnnQueryParam.newBuilder()
			.setColumnName("v")
			.setTopk(topk)
			.setMatrix("[0,0]")
			.setBatchCount(1)
			.setDimension(2)
			.build();
		return QueryRequest.newBuilder().setCollectionName(NAME).setKnnParam(param).build();
	}

	boolean has(long key) {
		return stub()
			.getDocumentByKey(GetDocumentRequest.newBuilder().setCollectionName(NAME).setPrimaryKey(key).build())
			.hasDocument();
	}

	List<Long> found(int topk) {
		return stub().query(query(topk))
			.getResults(0)
			.getDocumentsList()
			.stream()
			.map(Document::getPrimaryKey)
			.toList();
	}

	CollectionStats stats() {
		return stub().statsCollection(name()).getCollectionStats();
	}

	@Override
	public void close() {
		this.channel.shutdownNow();
	}

}
