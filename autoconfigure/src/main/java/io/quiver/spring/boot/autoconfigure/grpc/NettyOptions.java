package io.quiver.spring.boot.autoconfigure.grpc;

import java.time.Duration;

import io.grpc.ManagedChannelBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;

/**
 * What only Netty can be told, under its own name or that of the shaded form. A server
 * may break off an answer that is larger than the window, however large a message may be.
 *
 * @author Quiver
 */
final class NettyOptions {

	private static final int SMALLEST_WINDOW = 1024 * 1024;

	private NettyOptions() {
	}

	static void apply(ManagedChannelBuilder<?> builder, int maxMessageSize, Duration connectTimeout) {
		int window = Math.max(maxMessageSize, SMALLEST_WINDOW);
		int connectMillis = (int) Math.min(connectTimeout.toMillis(), Integer.MAX_VALUE);
		// Asked by name, since only one of them need be there.
		switch (builder.getClass().getName()) {
			case "io.grpc.netty.NettyChannelBuilder" -> Netty.apply(builder, window, connectMillis);
			case "io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder" ->
				ShadedNetty.apply(builder, window, connectMillis);
			default -> {
				// Another transport has neither.
			}
		}
	}

	private static final class Netty {

		static void apply(ManagedChannelBuilder<?> builder, int window, int connectMillis) {
			((NettyChannelBuilder) builder).flowControlWindow(window)
				.withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
		}

	}

	private static final class ShadedNetty {

		static void apply(ManagedChannelBuilder<?> builder, int window, int connectMillis) {
			((io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder) builder).flowControlWindow(window)
				.withOption(io.grpc.netty.shaded.io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
		}

	}

}
