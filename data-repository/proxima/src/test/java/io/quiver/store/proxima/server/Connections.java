package io.quiver.store.proxima.server;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;

/**
 * One life of the server, from its start to its end: its ports, connections and threads.
 *
 * @author Quiver
 */
final class Connections implements AutoCloseable {

	private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

	private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

	private final ScheduledExecutorService workers = Executors
		.newScheduledThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

	private final Proxima proxima;

	private final Calls calls;

	Connections(Proxima proxima, Calls calls) {
		this.proxima = proxima;
		this.calls = calls;
	}

	/**
	 * Open a door.
	 * @throws IllegalStateException if the port is taken
	 */
	void open(Door door, InetSocketAddress address) {
		Desk desk = new Desk(door, address, this.proxima, this.calls, this.workers);
		ChannelFuture bound = new ServerBootstrap().group(this.loops)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel channel) {
					Connections.this.channels.add(channel);
					channel.pipeline().addLast(new Protocols(desk), new BrokenConnection());
				}

			})
			.bind(address)
			.awaitUninterruptibly();
		this.channels.add(bound.channel());
		if (!bound.isSuccess()) {
			throw new IllegalStateException("Cannot listen at " + address, bound.cause());
		}
	}

	/**
	 * Cut a connection so that the other end gets a reset. The pipeline is passed by, as
	 * HTTP 2 would say farewell.
	 */
	static void reset(Channel channel) {
		channel.eventLoop().execute(() -> {
			if (channel.isOpen() && channel instanceof SocketChannel socket) {
				socket.config().setSoLinger(0);
			}
			channel.unsafe().close(channel.unsafe().voidPromise());
		});
	}

	/** End at once. What has not been done by now will not be done. */
	@Override
	public void close() {
		this.workers.shutdownNow();
		this.channels.forEach(Connections::reset);
		this.channels.close().awaitUninterruptibly();
		this.loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
		try {
			this.workers.awaitTermination(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
