package io.quiver.spring.boot.autoconfigure.proxima;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.grpc.ManagedChannel;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.grpc.ChannelSettings;
import io.quiver.spring.boot.autoconfigure.grpc.StoreChannels;
import io.quiver.spring.boot.autoconfigure.http.StoreRestClient;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.spring.boot.autoconfigure.proxima.ProximaProperties.Protocol;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.ProximaStore;
import io.quiver.store.proxima.model.CollectionConfig;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/**
 * What auto-configuration knows of Proxima BE.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ProximaStoreSupport implements StoreSupport<ProximaProperties> {

	private static final Duration LONG = Duration.ofSeconds(10);

	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), LONG, LONG, LONG);

	@Override
	public String kind() {
		return "proxima";
	}

	@Override
	public Class<ProximaProperties> propertiesType() {
		return ProximaProperties.class;
	}

	@Override
	public String starter() {
		return "io.quiver:quiver-spring-boot-starter-proxima";
	}

	@Override
	public boolean isRemote() {
		return true;
	}

	@Override
	public Class<? extends StoreConnectionDetails> connectionDetailsType() {
		return ProximaConnectionDetails.class;
	}

	@Override
	public boolean hasSessions() {
		return false;
	}

	@Override
	public Timeouts timeouts() {
		return TIMEOUTS;
	}

	@Override
	public boolean isPresent(ClassLoader classLoader) {
		return ClassUtils.isPresent("io.quiver.store.proxima.ProximaClient", classLoader);
	}

	@Override
	public StorePlan<?> plan(String prefix, ProximaProperties properties) {
		new ProximaPropertiesCheck(prefix).check(properties);
		return Module.plan(properties);
	}

	@Override
	public Set<Operation> operations() {
		return Module.operations();
	}

	/**
	 * Apart, since its classes need not be there.
	 */
	private static final class Module {

		static StorePlan<?> plan(ProximaProperties properties) {
			return new StorePlan<>(ProximaStore.KIND, ProximaClient.class, (parts) -> open(properties, parts),
					Module::store);
		}

		private static RowStore store(String name, ProximaClient client, BeanFactory beans) {
			List<ProximaCollectionCustomizer> customizers = beans.getBeanProvider(ProximaCollectionCustomizer.class)
				.orderedStream()
				.toList();
			return new ProximaStore(name, client, (collection) -> {
				CollectionConfig customized = collection;
				for (ProximaCollectionCustomizer customizer : customizers) {
					customized = customizer.customize(name, customized);
				}
				return customized;
			});
		}

		static Set<Operation> operations() {
			return ProximaClient.OPERATIONS;
		}

		private static ProximaClient open(ProximaProperties properties, ClientParts parts) {
			ProximaConnectionDetails details = parts.connectionDetails(ProximaConnectionDetails.class,
					new PropertiesProximaConnectionDetails(properties));
			ProximaClient.Builder builder = (properties.protocol() == Protocol.GRPC)
					? overGrpc(properties, details, parts) : overHttp(details, parts);
			return builder.calls(parts.calls()).versionCheck(properties.versionCheck()).build();
		}

		private static ProximaClient.Builder overGrpc(ProximaProperties properties, ProximaConnectionDetails details,
				ClientParts parts) {
			String address = address(details.getHost(), details.getGrpcPort());
			check(address, parts);
			ManagedChannel channel = StoreChannels.create(parts, new ChannelSettings(details.getHost(),
					details.getGrpcPort(), properties.keepAlive(), properties.maxMessageSize()));
			return ProximaClient.overGrpc(channel).address(address).onClose(() -> StoreChannels.close(channel));
		}

		private static ProximaClient.Builder overHttp(ProximaConnectionDetails details, ClientParts parts) {
			String address = ((parts.sslBundle() != null) ? "https://" : "http://")
					+ address(details.getHost(), details.getHttpPort());
			check(address, parts);
			StoreRestClient http = StoreRestClient.create(parts, address);
			return ProximaClient.overHttp(http.client()).address(address).onClose(http::close);
		}

		/**
		 * Proxima BE knows no credentials.
		 */
		private static void check(String address, ClientParts parts) {
			parts.security().check(address, parts.sslBundle() != null, false);
		}

		private static String address(String host, int port) {
			boolean literal = host.indexOf(':') >= 0 && !host.startsWith("[");
			return ((literal) ? "[" + host + "]" : host) + ":" + port;
		}

	}

}
