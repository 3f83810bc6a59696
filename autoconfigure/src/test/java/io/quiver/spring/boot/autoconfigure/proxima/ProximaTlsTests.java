package io.quiver.spring.boot.autoconfigure.proxima;

import java.net.InetSocketAddress;
import java.nio.file.Path;

import io.quiver.spring.boot.autoconfigure.TlsDoor;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.server.ProximaServer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that TLS to Proxima BE is done with the store's bundle.
 *
 * @author Quiver
 */
@NullUnmarked
class ProximaTlsTests {

	private static final ProximaServer server = new ProximaServer();

	private static TlsDoor grpc;

	private static TlsDoor http;

	@BeforeAll
	static void start(@TempDir Path directory) throws Exception {
		server.start();
		grpc = new TlsDoor(directory, server.address());
		http = new TlsDoor(directory, server.httpAddress());
	}

	@AfterAll
	static void stop() {
		grpc.close();
		http.close();
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void bundleOfTheStoreIsTrusted(String protocol) {
		runner(protocol).withPropertyValues("quiver.stores.catalog.ssl.bundle=door")
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "sealed"))
				.isEqualTo("sealed"));
	}

	@Test
	void bundleOfTheStoreIsTrustedWithoutBootsGrpcClient() {
		configured(Proximas.runnerWithoutBootsGrpcClient(), "grpc")
			.withPropertyValues("quiver.stores.catalog.ssl.bundle=door")
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "sealed"))
				.isEqualTo("sealed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void strangersAreNotTrusted(String protocol) {
		runner(protocol)
			.withPropertyValues("quiver.stores.catalog.ssl.enabled=true", "quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(context.getBean(ProximaClient.class)::listCollections));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void connectionDetailsBringTheirOwnBundle(String protocol) {
		runner(protocol).withBean("connectionDetails", Details.class)
			.withPropertyValues("quiver.stores.catalog.proxima.port=1")
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "sealed"))
				.isEqualTo("sealed"));
	}

	private static ApplicationContextRunner runner(String protocol) {
		return configured(Proximas.runner(), protocol);
	}

	private static ApplicationContextRunner configured(ApplicationContextRunner runner, String protocol) {
		TlsDoor door = protocol.equals("grpc") ? grpc : http;
		return runner.withPropertyValues(door.bundle("door"))
			.withPropertyValues(
					Proximas.properties("catalog", protocol, new InetSocketAddress("localhost", door.port())));
	}

	record Details(SslBundles bundles) implements ProximaConnectionDetails {

		@Override
		public String getHost() {
			return "localhost";
		}

		@Override
		public int getGrpcPort() {
			return grpc.port();
		}

		@Override
		public int getHttpPort() {
			return http.port();
		}

		@Override
		public SslBundle getSslBundle() {
			return this.bundles.getBundle("door");
		}

	}

}
