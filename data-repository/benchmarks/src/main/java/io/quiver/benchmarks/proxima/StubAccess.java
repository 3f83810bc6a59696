package io.quiver.benchmarks.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.ProximaServiceGrpc;
import io.quiver.store.proxima.proto.ProximaServiceGrpc.ProximaServiceBlockingStub;
import io.quiver.store.proxima.proto.ProximaServiceGrpc.ProximaServiceStub;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryResponse;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;

/**
 * By the generated stub, as one would write it with care: a deadline for every call, and
 * no vector packed or copied twice. There is no other policy, and nobody looks. The
 * channel is set as that of the application, and the messages are the same.
 *
 * @author Quiver
 * @since 0.1
 */
final class StubAccess implements ProductAccess {

	private static final int WINDOW = 128 << 20;

	private static final int DUPLICATE_KEY = -4001;

	private static final int KEY_NOT_EXIST = -4004;

	private static final WriteRequest.RowMeta META = WriteRequest.RowMeta.newBuilder()
		.addForwardColumnNames("title")
		.addForwardColumnNames("price")
		.addForwardColumnNames("embedding")
		.addIndexColumnMetas(WriteRequest.IndexColumnMeta.newBuilder()
			.setColumnName("embedding")
			.setDataType(DataType.DT_VECTOR_FP32)
			.setDimension(Product.DIMENSION))
		.build();

	private final ManagedChannel channel;

	private final ProximaServiceBlockingStub blocking;

	private final ProximaServiceStub async;

	StubAccess(int port) {
		this.channel = NettyChannelBuilder.forTarget("dns:///localhost:" + port)
			.usePlaintext()
			.flowControlWindow(WINDOW)
			.maxInboundMessageSize(WINDOW)
			.keepAliveTime(30, TimeUnit.SECONDS)
			.build();
		this.blocking = ProximaServiceGrpc.newBlockingStub(this.channel);
		this.async = ProximaServiceGrpc.newStub(this.channel);
	}

	@Override
	public Object nearest(float[] vector) {
		return found(this.blocking.withDeadlineAfter(SEARCH_SECONDS, TimeUnit.SECONDS).query(query(vector)));
	}

	@Override
	public CompletableFuture<?> nearestAsync(float[] vector) {
		CompletableFuture<List<Product.Found>> result = new CompletableFuture<>();
		this.async.withDeadlineAfter(SEARCH_SECONDS, TimeUnit.SECONDS).query(query(vector), new StreamObserver<>() {

			@Override
			public void onNext(QueryResponse answer) {
				result.complete(found(answer));
			}

			@Override
			public void onError(Throwable failure) {
				result.completeExceptionally(failure);
			}

			@Override
			public void onCompleted() {
			}

		});
		return result;
	}

	private static QueryRequest query(float[] vector) {
		return QueryRequest.newBuilder()
			.setCollectionName(Product.COLLECTION)
			.setKnnParam(QueryRequest.KnnQueryParam.newBuilder()
				.setColumnName("embedding")
				.setTopk(TOP)
				.setFeatures(UnsafeByteOperations.unsafeWrap(Packed.bytes(vector)))
				.setBatchCount(1)
				.setDimension(Product.DIMENSION)
				.setDataType(DataType.DT_VECTOR_FP32))
			.build();
	}

	private static List<Product.Found> found(QueryResponse answer) {
		check(answer.getStatus(), answer.getStatus().getCode() == 0);
		List<Product.Found> found = new ArrayList<>(TOP);
		for (Document document : answer.getResults(0).getDocumentsList()) {
			found.add(new Product.Found(product(document), -document.getScore()));
		}
		return found;
	}

	private static Product product(Document document) {
		String title = "";
		int price = 0;
		float[] embedding = {};
		for (GenericKeyValue column : document.getForwardColumnValuesList()) {
			GenericValue value = column.getValue();
			switch (column.getKey()) {
				case "title" -> title = value.getStringValue();
				case "price" -> price = value.getInt32Value();
				case "embedding" -> embedding = Packed.floats(value.getBytesValue().asReadOnlyByteBuffer());
				default -> throw new IllegalStateException("Unknown column " + column.getKey());
			}
		}
		return new Product(document.getPrimaryKey(), title, price, embedding);
	}

	@Override
	public void save(List<Product> products) {
		WriteRequest.Builder request = WriteRequest.newBuilder().setCollectionName(Product.COLLECTION).setRowMeta(META);
		for (Product product : products) {
			WriteRequest.Row.Builder row = row(product);
			request.addRows(row.setOperationType(OperationType.OP_UPDATE).build());
			request.addRows(row.setOperationType(OperationType.OP_INSERT).build());
		}
		Status status = this.blocking.withDeadlineAfter(WRITE_SECONDS, TimeUnit.SECONDS).write(request.build());
		check(status, status.getCode() == 0 || status.getCode() == DUPLICATE_KEY || status.getCode() == KEY_NOT_EXIST);
	}

	private static WriteRequest.Row.Builder row(Product product) {
		ByteString packed = UnsafeByteOperations.unsafeWrap(Packed.bytes(product.embedding()));
		GenericValue vector = GenericValue.newBuilder().setBytesValue(packed).build();
		return WriteRequest.Row.newBuilder()
			.setPrimaryKey(product.id())
			.setIndexColumnValues(GenericValueList.newBuilder().addValues(vector))
			.setForwardColumnValues(GenericValueList.newBuilder()
				.addValues(GenericValue.newBuilder().setStringValue(product.title()))
				.addValues(GenericValue.newBuilder().setInt32Value(product.price()))
				.addValues(vector));
	}

	private static void check(Status status, boolean well) {
		if (!well) {
			throw new IllegalStateException(status.getCode() + " " + status.getReason());
		}
	}

	@Override
	public void close() {
		this.channel.shutdownNow();
	}

}
