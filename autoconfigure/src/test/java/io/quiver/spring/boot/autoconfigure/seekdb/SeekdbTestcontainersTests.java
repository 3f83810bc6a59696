package io.quiver.spring.boot.autoconfigure.seekdb;

import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a server is found which Testcontainers runs. The real server stands in for
 * what would be in the container, so that there need be no Docker.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbTestcontainersTests {

	@Test
	void serviceConnectionWinsOverProperties(SeekdbServer server) {
		Seekdbs.runner()
			.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class))
			.withBean(SeekdbServer.class, () -> server, (definition) -> definition.setDestroyMethodName(""))
			.withUserConfiguration(Containers.class)
			.withPropertyValues("quiver.stores.catalog.seekdb.port=1", "quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> {
				assertThat(context).hasSingleBean(SeekdbConnectionDetails.class);
				assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb");
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Containers {

		@Bean
		@ServiceConnection(name = "oceanbase/seekdb")
		SeekdbContainer seekdb(SeekdbServer server) {
			return new SeekdbContainer(server);
		}

	}

	static class SeekdbContainer extends GenericContainer<SeekdbContainer> {

		private final SeekdbServer server;

		SeekdbContainer(SeekdbServer server) {
			super("oceanbase/seekdb:latest");
			this.server = server;
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public Integer getMappedPort(int originalPort) {
			assertThat(originalPort).isEqualTo(2881);
			return this.server.address().getPort();
		}

	}

}
