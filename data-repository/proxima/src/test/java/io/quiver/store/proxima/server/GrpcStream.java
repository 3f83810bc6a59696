package io.quiver.store.proxima.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.Message;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Serves a stream of an HTTP 2 connection: one gRPC call.
 *
 * @author Quiver
 */
final class GrpcStream extends ChannelInboundHandlerAdapter {

	private static final String SERVICE = "/proxima.be.proto.ProximaService/";

	/**
	 * How many bytes stand before a message: whether it is compressed, and its length.
	 */
	private static final int PREFIX = 5;

	private static final int UNIMPLEMENTED = 12;

	private static final int INVALID_ARGUMENT = 3;

	private final Desk desk;

	private String path = "";

	private final CompositeByteBuf body = Unpooled.compositeBuffer(Integer.MAX_VALUE);

	GrpcStream(Desk desk) {
		this.desk = desk;
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		this.body.release();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		try {
			if (message instanceof Http2HeadersFrame headers) {
				this.path = (headers.headers().path() != null) ? headers.headers().path().toString() : this.path;
				endOfRequest(context, headers.isEndStream());
			}
			else if (message instanceof Http2DataFrame data) {
				this.body.addComponent(true, data.content().retain());
				endOfRequest(context, data.isEndStream());
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void endOfRequest(ChannelHandlerContext context, boolean ended) {
		if (ended) {
			byte[] bytes = ByteBufUtil.getBytes(this.body);
			GrpcExchange exchange = new GrpcExchange(context);
			this.desk.execute(exchange, () -> serve(bytes, exchange));
		}
	}

	private void serve(byte[] body, GrpcExchange exchange) {
		Operation operation = Operation.ALL
			.get(this.path.startsWith(SERVICE) ? this.path.substring(SERVICE.length()) : "");
		if (operation == null || this.desk.door() != Door.GRPC) {
			exchange.end(UNIMPLEMENTED, this.desk.noMethod(this.path));
			return;
		}
		Message request;
		try {
			request = operation.request().getParserForType().parseFrom(message(body));
		}
		catch (IOException ex) {
			exchange.end(INVALID_ARGUMENT, this.desk.noMessage(operation.request()));
			return;
		}
		this.desk.serve(operation, request, exchange);
	}

	private static InputStream message(byte[] body) throws IOException {
		InputStream message = new ByteArrayInputStream(body, Math.min(PREFIX, body.length), body.length);
		return (body.length > 0 && body[0] == 1) ? new GZIPInputStream(message) : message;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.close();
	}

}
