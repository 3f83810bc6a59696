package io.quiver.store.proxima.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.quiver.store.proxima.proto.GetVersionRequest;

/**
 * Serves a connection that speaks HTTP 1.1, at either door.
 *
 * @author Quiver
 */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

	private final Desk desk;

	HttpHandler(Desk desk) {
		this.desk = desk;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		String[] uri = request.uri().split("\\?", 2);
		String query = (uri.length > 1) ? uri[1] : "";
		String method = request.method().name();
		String body = request.content().toString(StandardCharsets.UTF_8);
		boolean keepAlive = HttpUtil.isKeepAlive(request);
		HttpExchange exchange = new HttpExchange(context, keepAlive, this.desk.door().writer());
		this.desk.execute(exchange, () -> serve(method, uri[0], query, body, exchange));
	}

	private void serve(String method, String path, String query, String body, HttpExchange exchange) {
		if (path.equals("/health")) {
			exchange.say(200, "OK");
		}
		else if (path.equals("/version")) {
			exchange.say(200, this.desk.proxima().version(GetVersionRequest.getDefaultInstance()).getVersion());
		}
		else if (this.desk.door() == Door.GRPC) {
			serveMapped(path, body, exchange);
		}
		else {
			serveResource(method, path, query, body, exchange);
		}
	}

	/** At the gRPC door each call has a path of its own. */
	private void serveMapped(String path, String body, HttpExchange exchange) {
		Optional.ofNullable(Operation.ALL.get(path.replaceFirst("^/ProximaService/", "")))
			.ifPresentOrElse((operation) -> serve(operation, "", "", body, exchange), () -> notFound(path, exchange));
	}

	private void serveResource(String method, String path, String query, String body, HttpExchange exchange) {
		Resource resource = Resource.at(path).orElse(null);
		if (resource == null) {
			notFound(path, exchange);
			return;
		}
		resource.operation(method)
			.ifPresentOrElse((operation) -> serve(operation, resource.collection(path), query, body, exchange),
					() -> exchange.refuse(resource));
	}

	private void serve(Operation operation, String collection, String query, String body, HttpExchange exchange) {
		try {
			this.desk.serve(operation, this.desk.door().read(operation, collection, query, body), exchange);
		}
		catch (Refused ex) {
			exchange.answer(operation.refusal().apply(ex.status()));
		}
	}

	private void notFound(String path, HttpExchange exchange) {
		exchange.say(404, this.desk.noMethod(path));
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Connections.reset(context.channel());
	}

}
