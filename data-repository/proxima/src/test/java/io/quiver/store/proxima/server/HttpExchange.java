package io.quiver.store.proxima.server;

import java.nio.charset.StandardCharsets;

import com.google.protobuf.Message;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A call over HTTP 1.1.
 *
 * @author Quiver
 */
final class HttpExchange implements Exchange {

	private final ChannelHandlerContext context;

	private final boolean keepAlive;

	private final JsonWriter writer;

	HttpExchange(ChannelHandlerContext context, boolean keepAlive, JsonWriter writer) {
		this.context = context;
		this.keepAlive = keepAlive;
		this.writer = writer;
	}

	@Override
	public void answer(Message message) {
		send(response(200, "application/json", this.writer.write(message)));
	}

	@Override
	public void say(int status, String text) {
		send(response(status, "text/plain", text));
	}

	@Override
	public void stall() {
		HttpResponse beginning = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		HttpUtil.setContentLength(beginning, 100_000);
		this.context.write(beginning);
		this.context.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer("{", StandardCharsets.UTF_8)));
	}

	/** Refuse the method, and say which one is right if that is only one. */
	void refuse(Resource resource) {
		Message message = resource.refusing().refusal().apply(resource.wrongMethod());
		FullHttpResponse response = response(405, "application/json", this.writer.write(message));
		resource.allowed().ifPresent((method) -> response.headers().set("Allowed", method));
		send(response);
	}

	@Override
	public void cut() {
		Connections.reset(this.context.channel());
	}

	private static FullHttpResponse response(int status, String type, String body) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(status), Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
		response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
		return response;
	}

	private void send(FullHttpResponse response) {
		HttpUtil.setContentLength(response, response.content().readableBytes());
		HttpUtil.setKeepAlive(response, this.keepAlive);
		var sent = this.context.writeAndFlush(response);
		if (!this.keepAlive) {
			sent.addListener(ChannelFutureListener.CLOSE);
		}
	}

}
