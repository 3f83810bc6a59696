package io.quiver.spring.boot.autoconfigure.proxima;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.grpc.Channel;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.health.QuiverHealthContributorAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.ProximaStore;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for stores in Proxima BE as an application has them (P1).
 *
 * @author Quiver
 */
class ProximaStoreAutoConfigurationTests {

	private static final ProximaServer server = new ProximaServer();

	private static final ProximaServer other = new ProximaServer();

	private final ApplicationContextRunner runner = Proximas.runner();

	private final ApplicationContextRunner withoutEmbedded = this.runner
		.withClassLoader(new FilteredClassLoader("io.grpc.netty.shaded", "io.quiver.store.embedded",
				"io.quiver.store.seekdb", RemoteClient.class.getName()));

	@BeforeAll
	static void start() {
		server.start();
		other.start();
	}

	@AfterAll
	static void stop() {
		server.close();
		other.close();
	}

	@Test
	void callsTravelOverGrpc() {
		this.runner.withPropertyValues(Proximas.grpc("catalog", server)).run((context) -> {
			assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "over gRPC")).isEqualTo("over gRPC");
			assertThat(context.getBean(ProximaClient.class).details()).containsEntry("transport", "grpc")
				.containsEntry("version", "0.2.1");
		});
	}

	@Test
	void callsTravelOverHttp() {
		this.runner.withPropertyValues(Proximas.http("catalog", server)).run((context) -> {
			assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "over HTTP")).isEqualTo("over HTTP");
			assertThat(context.getBean(ProximaClient.class).details()).containsEntry("transport", "http");
		});
	}

	@Test
	@Tag("java21")
	void twoStoresStandBesideTheEmbeddedOne() {
		this.runner.withPropertyValues(Proximas.grpc("catalog", server))
			.withPropertyValues(Proximas.http("archive", other))
			.withPropertyValues("quiver.stores.sessions.kind=embedded", "quiver.primary=catalog")
			.run((context) -> {
				ProximaClient catalog = context.getBean("catalogProximaClient", ProximaClient.class);
				ProximaClient archive = context.getBean("archiveProximaClient", ProximaClient.class);
				int received = other.received("write");
				assertThat(Proximas.roundTrip(catalog, "one")).isEqualTo("one");
				assertThat(other.received("write")).isEqualTo(received);
				assertThat(Proximas.roundTrip(archive, "other")).isEqualTo("other");
				assertThat(other.received("write")).isEqualTo(received + 1);
				assertThat(context).hasSingleBean(EmbeddedClient.class).getBeans(RowStore.class).hasSize(3);
				assertThat(context.getBean(VectorOperations.class).store().name()).isEqualTo("catalog");
			});
	}

	@Test
	void starterAloneMeansTheServerOfThisMachine() {
		this.withoutEmbedded.run((context) -> {
			assertThat(context.getBean(RowStore.class)).isInstanceOf(ProximaStore.class);
			assertThat(context.getBean(RowStore.class).name()).isEqualTo("default");
			assertThat(context.getBean(ProximaClient.class).details()).containsEntry("address", "localhost:16000");
			assertThat(context.getBean("defaultStoreCalls", StoreCalls.class).policies().toString()).contains("PT10S");
		});
	}

	@Test
	@Tag("java21")
	void moduleThatIsNotConfiguredMakesNothing() {
		Set<String> before = threads();
		this.runner.withConfiguration(AutoConfigurations.of(QuiverHealthContributorAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(ProximaClient.class).doesNotHaveBean("defaultProximaClient");
				assertThat(context.getBean(RowStore.class).kind().name()).isEqualTo("embedded");
				assertThat(health(context).stream().map(CompositeHealthContributor.Entry::name))
					.containsExactly("default");
				assertThat(transports(before)).isEmpty();
			});
	}

	@Test
	void withoutTheModuleTheStarterIsNamed() {
		this.runner.withClassLoader(new FilteredClassLoader("io.quiver.store.proxima"))
			.withPropertyValues("quiver.stores.catalog.proxima.host=localhost")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("the module of that kind is not on the class path"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void nothingConnectsWhileTheContextStarts(String protocol) {
		Set<String> before = threads();
		int asked = server.received("get_version");
		this.runner
			.withPropertyValues(Proximas.properties("catalog", protocol,
					(protocol.equals("grpc")) ? server.address() : server.httpAddress()))
			.run((context) -> {
				assertThat(context).hasSingleBean(ProximaClient.class);
				assertThat(transports(before)).isEmpty();
				assertThat(server.received("get_version")).isEqualTo(asked);
			});
	}

	@Test
	void applicationStartsWithoutItsServer() {
		ProximaServer away = new ProximaServer();
		this.runner.withPropertyValues(Proximas.grpc("catalog", away))
			.withPropertyValues("quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> {
				ProximaClient client = context.getBean(ProximaClient.class);
				assertThatExceptionOfType(DataAccessException.class).isThrownBy(client::listCollections);
				away.start();
				assertThat(away.ready()).isTrue();
			});
		away.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void clientIsClosedWithTheContext(String protocol) {
		ProximaClient[] client = new ProximaClient[1];
		this.runner
			.withPropertyValues(Proximas.properties("catalog", protocol,
					(protocol.equals("grpc")) ? server.address() : server.httpAddress()))
			.run((context) -> {
				client[0] = context.getBean(ProximaClient.class);
				assertThat(client[0].listCollections()).isEmpty();
			});
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(client[0]::listCollections)
			.withRootCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void ownClientWins() {
		ProximaClient own = ProximaClient.overGrpc(mock(Channel.class)).address("mine").build();
		this.runner.withBean("catalogProximaClient", ProximaClient.class, () -> own)
			.withPropertyValues(Proximas.grpc("catalog", server))
			.run((context) -> {
				assertThat(context).hasSingleBean(ProximaClient.class);
				assertThat(context.getBean(RowStore.class).details()).containsEntry("address", "mine");
			});
	}

	@Test
	void connectionDetailsWin() {
		this.runner.withBean(ProximaConnectionDetails.class, () -> new Details(server))
			.withPropertyValues("quiver.stores.catalog.proxima.port=1")
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "found"))
				.isEqualTo("found"));
		this.runner.withBean(ProximaConnectionDetails.class, () -> new Details(server))
			.withPropertyValues("quiver.stores.catalog.proxima.port=1", "quiver.stores.catalog.proxima.protocol=http")
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "found"))
				.isEqualTo("found"));
	}

	@Test
	@Tag("java21")
	void connectionDetailsMakeTheDefaultStore() {
		this.runner.withBean(ProximaConnectionDetails.class, () -> new Details(server)).run((context) -> {
			assertThat(context).hasSingleBean(RowStore.class).hasBean("defaultProximaClient");
			assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "found")).isEqualTo("found");
		});
	}

	@Test
	void healthTellsTheVersion() {
		this.runner.withConfiguration(AutoConfigurations.of(QuiverHealthContributorAutoConfiguration.class))
			.withPropertyValues(Proximas.grpc("catalog", server))
			.run((context) -> {
				Health health = ((HealthIndicator) health(context).getContributor("catalog")).health(true);
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).containsEntry("version", "0.2.1")
					.containsEntry("address", "localhost:" + server.address().getPort());
			});
	}

	@Test
	void serverOfAnotherVersionIsRefusedUnlessItMayBeAny() {
		ProximaServer newer = new ProximaServer();
		newer.version("0.3.0");
		newer.start();
		this.runner.withPropertyValues(Proximas.grpc("catalog", newer))
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(context.getBean(ProximaClient.class)::listCollections)
				.withMessageContaining("version-check"));
		this.runner.withPropertyValues(Proximas.grpc("catalog", newer))
			.withPropertyValues("quiver.stores.catalog.proxima.version-check=false")
			.run((context) -> assertThat(context.getBean(ProximaClient.class).listCollections()).isEmpty());
		newer.close();
	}

	private static CompositeHealthContributor health(AssertableApplicationContext context) {
		return context.getBean("quiverHealthContributor", CompositeHealthContributor.class);
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
	}

	private static List<String> transports(Set<String> before) {
		return threads().stream()
			.filter((name) -> !before.contains(name))
			.filter((name) -> name.matches("(?i).*(grpc|HttpClient|quiver-proxima).*"))
			.toList();
	}

	private record Details(ProximaServer at) implements ProximaConnectionDetails {

		@Override
		public String getHost() {
			return "localhost";
		}

		@Override
		public int getGrpcPort() {
			return this.at.address().getPort();
		}

		@Override
		public int getHttpPort() {
			return this.at.httpAddress().getPort();
		}

	}

}
