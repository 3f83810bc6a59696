package io.quiver.spring.boot.autoconfigure.grpc;

import java.time.Duration;

import io.grpc.ManagedChannel;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientProperties;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientProperties.Channel;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.core.env.Environment;
import org.springframework.grpc.client.ChannelBuilderOptions;
import org.springframework.grpc.client.GrpcChannelFactory;

/**
 * The channel of a store as Boot's factory makes it, with its observations, interceptors
 * and customizers. Boot looks up what it knows of a channel in its properties, and takes
 * those of the channel {@code default} where there is nothing: so ours are put there,
 * with what the application says of this very channel.
 *
 * @param parts what the client of the store is made of
 * @param settings what the store asks of its channel
 * @author Quiver
 */
record BootChannel(ClientParts parts, ChannelSettings settings) {

	/**
	 * Make the channel.
	 * @return the channel, or {@code null} if the application has no factory
	 */
	@Nullable ManagedChannel create() {
		GrpcChannelFactory factory = this.parts.beans().getBeanProvider(GrpcChannelFactory.class).getIfAvailable();
		GrpcClientProperties all = this.parts.beans().getBeanProvider(GrpcClientProperties.class).getIfAvailable();
		if (factory == null || all == null) {
			return null;
		}
		Channel channel = properties();
		all.getChannel().put(name(), channel);
		long maxMessageSize = channel.getInbound().getMessage().getMaxSize().toBytes();
		return create(factory, maxMessageSize);
	}

	private <T extends io.grpc.ManagedChannelBuilder<T>> ManagedChannel create(GrpcChannelFactory factory,
			long maxMessageSize) {
		return factory.createChannel(name(), ChannelBuilderOptions.defaults()
			.withShutdownGracePeriod(Duration.ZERO)
			.<T>withCustomizer((name, builder) -> StoreChannels.customize(this.parts, builder, maxMessageSize)));
	}

	private String name() {
		return "quiver-" + this.parts.store();
	}

	private Channel properties() {
		Channel channel = new Channel();
		channel.setTarget(this.settings.target());
		channel.getInbound().getMessage().setMaxSize(this.settings.maxMessageSize());
		channel.getDefault().setLoadBalancingPolicy(ChannelSettings.LOAD_BALANCING);
		channel.getIdle().setTimeout(ChannelSettings.IDLE_TIMEOUT);
		channel.getKeepalive().setTime(keepAlive());
		channel.getKeepalive().setTimeout(ChannelSettings.KEEP_ALIVE_TIMEOUT);
		ConfigurationPropertyName prefix = ConfigurationPropertyName.adapt("spring.grpc.client.channel." + name(), '.');
		Binder.get(this.parts.beans().getBean(Environment.class)).bind(prefix, Bindable.ofInstance(channel));
		refuse(!channel.getTarget().equals(this.settings.target()), prefix.append("target"), "where the server is");
		refuse(channel.getSsl().getEnabled() != null || channel.getSsl().getBundle() != null, prefix.append("ssl"),
				"how its connections are encrypted");
		SslBundle bundle = this.parts.sslBundle();
		if (bundle != null) {
			channel.getSsl().setBundle(register(bundle));
		}
		return channel;
	}

	/**
	 * For gRPC, never begins at a thousand days.
	 */
	private Duration keepAlive() {
		return (this.settings.keepAlive().isZero()) ? Duration.ofDays(1000) : this.settings.keepAlive();
	}

	private void refuse(boolean refused, ConfigurationPropertyName property, String what) {
		if (refused) {
			throw new FailureAnalyzedException(
					"'%s' is set, but this is the channel of the store '%s', which says itself %s.".formatted(property,
							this.parts.store(), what),
					"Remove it, and set it below 'quiver.stores.%s'.".formatted(this.parts.store()));
		}
	}

	/**
	 * Boot knows bundles by name only, and that of connection details has none.
	 */
	private String register(SslBundle bundle) {
		SslBundleRegistry registry = this.parts.beans().getBean(SslBundleRegistry.class);
		registry.registerBundle(name(), bundle);
		return name();
	}

}
