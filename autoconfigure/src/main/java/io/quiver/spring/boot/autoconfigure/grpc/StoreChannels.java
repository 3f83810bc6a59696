package io.quiver.spring.boot.autoconfigure.grpc;

import java.util.concurrent.TimeUnit;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.TlsChannelCredentials;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.ClassUtils;

/**
 * Makes the channels of stores: by Boot's channel factory where there is one, under the
 * name {@code quiver-<store>}, else by gRPC itself. A channel connects at its first call.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreChannels {

	private static final String BOOT = "org.springframework.boot.grpc.client.autoconfigure.GrpcClientProperties";

	private static final long GRACE_MILLIS = 1000;

	private StoreChannels() {
	}

	/**
	 * Make a channel.
	 * @param parts what the client of the store is made of
	 * @param settings what the store asks of it
	 * @return the channel, to be closed by {@link #close}
	 * @throws FailureAnalyzedException if nothing on the class path carries gRPC
	 */
	public static ManagedChannel create(ClientParts parts, ChannelSettings settings) {
		ManagedChannel channel = ClassUtils.isPresent(BOOT, parts.beans().getBeanClassLoader())
				? new BootChannel(parts, settings).create() : null;
		return (channel != null) ? channel : createWithoutBoot(parts, settings);
	}

	private static ManagedChannel createWithoutBoot(ClientParts parts, ChannelSettings settings) {
		ManagedChannelBuilder<?> builder = builder(settings.target(), credentials(parts.sslBundle()));
		builder.idleTimeout(ChannelSettings.IDLE_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
		builder.defaultLoadBalancingPolicy(ChannelSettings.LOAD_BALANCING);
		if (!settings.keepAlive().isZero()) {
			builder.keepAliveTime(settings.keepAlive().toNanos(), TimeUnit.NANOSECONDS);
			builder.keepAliveTimeout(ChannelSettings.KEEP_ALIVE_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
		}
		customize(parts, builder, settings.maxMessageSize().toBytes());
		return builder.build();
	}

	private static ManagedChannelBuilder<?> builder(String target, ChannelCredentials credentials) {
		try {
			return Grpc.newChannelBuilder(target, credentials);
		}
		catch (ManagedChannelProvider.ProviderNotFoundException ex) {
			throw new FailureAnalyzedException("There is gRPC, but nothing that carries it.",
					"Add the dependency 'org.springframework.boot:spring-boot-starter-grpc-client' or 'io.grpc:grpc-netty'.",
					ex);
		}
	}

	private static ChannelCredentials credentials(@Nullable SslBundle bundle) {
		return (bundle == null) ? InsecureChannelCredentials.create()
				: TlsChannelCredentials.newBuilder()
					.trustManager(bundle.getManagers().getTrustManagers())
					.keyManager(bundle.getManagers().getKeyManagers())
					.build();
	}

	/**
	 * What must not be lost, whatever the application sets for all its channels, and then
	 * what it wants of those of stores.
	 */
	static void customize(ClientParts parts, ManagedChannelBuilder<?> builder, long maxMessageSize) {
		int size = (maxMessageSize >= 0) ? (int) Math.min(maxMessageSize, Integer.MAX_VALUE) : Integer.MAX_VALUE;
		builder.maxInboundMessageSize(size);
		NettyOptions.apply(builder, size, parts.connectTimeout());
		parts.beans()
			.getBeanProvider(StoreChannelCustomizer.class)
			.orderedStream()
			.forEach((customizer) -> customizer.customize(parts.store(), builder));
	}

	/**
	 * Close a channel. Its calls end now, and a moment is given to its connections.
	 * @param channel the channel
	 */
	public static void close(ManagedChannel channel) {
		try {
			channel.shutdownNow().awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
