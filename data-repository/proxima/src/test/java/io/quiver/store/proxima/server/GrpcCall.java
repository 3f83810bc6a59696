package io.quiver.store.proxima.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.ProximaServiceGrpc;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;

/**
 * A recorded gRPC call. It is sent as bytes, so that also those can be sent that are no
 * message, and to methods that do not exist.
 *
 * @author Quiver
 * @param method the full name of the method
 * @param request the bytes of the request
 * @param answer an empty answer
 * @param size how long the first forward value is, or 0 if as it was written
 */
record GrpcCall(String method, byte[] request, Message answer, int size) {

	private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			try (stream) {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	};

	static GrpcCall of(String line, Map<String, String> how) {
		String[] words = line.split(" ", 2);
		String text = (words.length > 1) ? words[1] : "";
		String method = words[0].contains("/") ? words[0] : ProximaServiceGrpc.SERVICE_NAME + "/" + words[0];
		int size = size(how.getOrDefault("size", "0KiB"));
		Operation operation = Operation.ALL.get(words[0]);
		if (operation == null) {
			return new GrpcCall(method, new byte[0], Status.getDefaultInstance(), size);
		}
		byte[] request = text.startsWith("bytes ")
				? HexFormat.ofDelimiter(" ").parseHex(text.substring("bytes ".length()))
				: request(GrpcRecordingsTests.text(text, operation.request()), how, size).toByteArray();
		Message answer = operation.refusal().apply(Status.getDefaultInstance()).getDefaultInstanceForType();
		return new GrpcCall(method, request, answer, size);
	}

	private static int size(String text) {
		int number = Integer.parseInt(text.substring(0, text.length() - 3));
		return text.endsWith("MiB") ? number << 20 : number << 10;
	}

	private static Message request(Message message, Map<String, String> how, int size) {
		if (!(message instanceof WriteRequest write)) {
			return message;
		}
		WriteRequest.Builder request = write.toBuilder();
		if (size > 0) {
			request.getRowsBuilder(0).getForwardColumnValuesBuilder().setValues(0, value(size));
		}
		for (int i = 1; i < Integer.parseInt(how.getOrDefault("times", "1")); i++) {
			request.addRows(write.getRows(0).toBuilder().setPrimaryKey(write.getRows(0).getPrimaryKey() + i));
		}
		return request.build();
	}

	private static GenericValue value(int size) {
		return GenericValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[size])).build();
	}

	byte[] send(Channel channel, CallOptions options) {
		MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.newBuilder(BYTES, BYTES)
			.setType(MethodDescriptor.MethodType.UNARY)
			.setFullMethodName(this.method)
			.build();
		return ClientCalls.blockingUnaryCall(channel, descriptor, options, this.request);
	}

	/** Give a document the size that it was written with. */
	Message sized(Message expected) {
		if (this.size == 0 || !(expected instanceof GetDocumentResponse response)) {
			return expected;
		}
		GetDocumentResponse.Builder sized = response.toBuilder();
		sized.getDocumentBuilder().getForwardColumnValuesBuilder(0).setValue(value(this.size));
		return sized.build();
	}

}
