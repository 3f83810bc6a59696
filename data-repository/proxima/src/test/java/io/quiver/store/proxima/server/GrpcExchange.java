package io.quiver.store.proxima.server;

import java.nio.charset.StandardCharsets;

import com.google.protobuf.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2StreamChannel;

/**
 * A call over gRPC.
 *
 * @author Quiver
 */
final class GrpcExchange implements Exchange {

	private final Http2StreamChannel stream;

	GrpcExchange(ChannelHandlerContext context) {
		this.stream = (Http2StreamChannel) context.channel();
	}

	@Override
	public void answer(Message message) {
		byte[] bytes = message.toByteArray();
		ByteBuf frame = Unpooled.wrappedBuffer(Unpooled.buffer(5).writeByte(0).writeInt(bytes.length),
				Unpooled.wrappedBuffer(bytes));
		this.stream.eventLoop().execute(() -> answer(frame));
	}

	/**
	 * Send an answer that the client has room for. The real server does not wait until
	 * there is: it breaks the call off.
	 */
	private void answer(ByteBuf frame) {
		if (frame.readableBytes() > window()) {
			frame.release();
			this.stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.FLOW_CONTROL_ERROR));
			return;
		}
		this.stream.write(new DefaultHttp2HeadersFrame(headers(200)));
		this.stream.write(new DefaultHttp2DataFrame(frame));
		this.stream.writeAndFlush(new DefaultHttp2HeadersFrame(trailers(0, ""), true));
	}

	private int window() {
		Http2FrameCodec codec = this.stream.parent().pipeline().get(Http2FrameCodec.class);
		if (codec == null) {
			// The connection is gone, and what is written into it goes nowhere.
			return 0;
		}
		Http2Connection connection = codec.connection();
		var own = connection.stream(this.stream.stream().id());
		var flow = connection.remote().flowController();
		return (own == null) ? 0 : Math.min(flow.windowSize(own), flow.windowSize(connection.connectionStream()));
	}

	/** End the call with a gRPC status of its own. */
	void end(int status, String description) {
		this.stream.eventLoop().execute(() -> {
			this.stream.write(new DefaultHttp2HeadersFrame(headers(200)));
			this.stream.writeAndFlush(new DefaultHttp2HeadersFrame(trailers(status, description), true));
		});
	}

	@Override
	public void say(int status, String text) {
		ByteBuf body = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
		Http2Headers headers = headers(status).set("content-type", "text/plain");
		this.stream.eventLoop().execute(() -> {
			this.stream.write(new DefaultHttp2HeadersFrame(headers));
			this.stream.writeAndFlush(new DefaultHttp2DataFrame(body, true));
		});
	}

	@Override
	public void stall() {
		this.stream.eventLoop().execute(() -> {
			this.stream.write(new DefaultHttp2HeadersFrame(headers(200)));
			this.stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.buffer(1).writeByte(0)));
		});
	}

	@Override
	public void cut() {
		Channel connection = this.stream.parent();
		Connections.reset(connection);
	}

	private static Http2Headers headers(int status) {
		return new DefaultHttp2Headers().status(Integer.toString(status)).set("content-type", "application/grpc");
	}

	private static Http2Headers trailers(int status, String description) {
		Http2Headers trailers = new DefaultHttp2Headers().set("grpc-status", Integer.toString(status));
		return description.isEmpty() ? trailers : trailers.set("grpc-message", description.replace("%", "%25"));
	}

}
