package io.quiver.store.proxima.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Ends a connection that the client has broken, without a word in the log: tests break
 * many.
 *
 * @author Quiver
 */
final class BrokenConnection extends ChannelInboundHandlerAdapter {

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Connections.reset(context.channel());
	}

}
