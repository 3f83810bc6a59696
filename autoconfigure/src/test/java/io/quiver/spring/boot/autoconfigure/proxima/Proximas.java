package io.quiver.spring.boot.autoconfigure.proxima;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorStoreAutoConfiguration;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.server.ProximaServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.grpc.client.autoconfigure.CompositeChannelFactoryAutoConfiguration;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * What the tests of Proxima BE have in common.
 *
 * @author Quiver
 */
public final class Proximas {

	private static final String COLLECTION = "articles";

	private Proximas() {
	}

	/**
	 * Return contexts with Boot's gRPC client, on the plain Netty that its starter
	 * brings.
	 */
	public static ApplicationContextRunner runner() {
		return stores().withClassLoader(new FilteredClassLoader("io.grpc.netty.shaded"))
			.withConfiguration(AutoConfigurations.of(GrpcClientAutoConfiguration.class,
					CompositeChannelFactoryAutoConfiguration.class, GrpcClientObservationAutoConfiguration.class));
	}

	/**
	 * Return contexts with gRPC itself and plain Netty.
	 */
	public static ApplicationContextRunner runnerWithoutBootsGrpcClient() {
		return stores().withClassLoader(new FilteredClassLoader("io.grpc.netty.shaded", "org.springframework.boot.grpc",
				"org.springframework.grpc"));
	}

	private static ApplicationContextRunner stores() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, VectorDataAutoConfiguration.class,
					VectorStoreAutoConfiguration.class, DefaultVectorStoreAutoConfiguration.class));
	}

	/**
	 * Return the properties that lead a store to a server.
	 */
	public static String[] grpc(String store, ProximaServer server) {
		return properties(store, "grpc", server.address());
	}

	public static String[] http(String store, ProximaServer server) {
		return properties(store, "http", server.httpAddress());
	}

	public static String[] properties(String store, String protocol, InetSocketAddress address) {
		String prefix = "quiver.stores." + store + ".proxima.";
		return new String[] { prefix + "host=localhost", prefix + "port=" + address.getPort(),
				prefix + "protocol=" + protocol };
	}

	/**
	 * Store a document and find it.
	 * @return its title as it was found
	 */
	public static Object roundTrip(ProximaClient client, String title) {
		write(client, title, 1);
		List<Document> found = client.query(VectorQuery.of(COLLECTION, "embedding", new float[] { 0, 1 }).withTopK(1))
			.results()
			.get(0);
		Object value = found.get(0).values().get("title");
		client.dropCollection(COLLECTION);
		return value;
	}

	/**
	 * Find as many documents as there are.
	 */
	public static int hits(ProximaClient client, int count) {
		write(client, "A title that is long enough to make an answer of many of them large", count);
		int hits = client.query(VectorQuery.of(COLLECTION, "embedding", new float[] { 0, 1 }).withTopK(count))
			.results()
			.get(0)
			.size();
		client.dropCollection(COLLECTION);
		return hits;
	}

	private static void write(ProximaClient client, String title, int count) {
		client.createCollection(
				CollectionConfig.of(COLLECTION, IndexColumnParam.of("embedding", 2)).withForwardColumns("title"));
		RowMeta meta = RowMeta.of(new IndexColumnMeta("embedding", DataType.VECTOR_FP32, 2))
			.withForwardColumn("title", DataType.STRING);
		client.write(WriteRequest.of(COLLECTION, meta,
				IntStream.range(0, count)
					.mapToObj((key) -> Row.insert(key, VectorValue.of((float) key, 1f), title))
					.toList()));
	}

}
