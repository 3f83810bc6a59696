package io.quiver.spring.boot.autoconfigure.seekdb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests that a server is found which Docker Compose runs, with services that are none:
 * there need be no Docker.
 *
 * @author Quiver
 */
class SeekdbComposeTests {

	@ParameterizedTest
	@ValueSource(strings = { "oceanbase/seekdb", "oceanbase/seekdb:1.4.0.0-100000032026",
			"quay.io/oceanbase/seekdb:latest" })
	void serviceOfComposeIsAServer(String image) {
		assertThat(details(service(image, Map.of(), Map.of("ROOT_PASSWORD", "secret"))))
			.hasValueSatisfying((details) -> {
				assertThat(details.getJdbcUrl()).isEqualTo("jdbc:mariadb://127.0.0.1:32881/test");
				assertThat(details.getUsername()).isEqualTo("root");
				assertThat(details.getPassword()).isEqualTo("secret");
				assertThat(details.getSecrets()).containsExactly("secret");
				assertThat(details.getSslBundle()).isNull();
			});
	}

	@Test
	void serviceOfComposeWithoutAPasswordHasNone() {
		assertThat(details(service("oceanbase/seekdb", Map.of(), Map.of())))
			.hasValueSatisfying((details) -> assertThat(details.getPassword()).isNull());
	}

	@Test
	void serviceOfAnotherImageIsOneByItsLabel() {
		Map<String, String> label = Map.of("org.springframework.boot.service-connection", "oceanbase/seekdb");
		assertThat(details(service("registry.example.com/ours", label, Map.of()))).isPresent();
		assertThat(details(service("registry.example.com/ours", Map.of(), Map.of()))).isEmpty();
	}

	private static Optional<SeekdbConnectionDetails> details(RunningService service) {
		DockerComposeConnectionSource source = mock(DockerComposeConnectionSource.class);
		given(source.getRunningService()).willReturn(service);
		Map<Class<?>, ConnectionDetails> found = new ConnectionDetailsFactories(null).getConnectionDetails(source,
				false);
		return Optional.ofNullable((SeekdbConnectionDetails) found.get(SeekdbConnectionDetails.class));
	}

	private static RunningService service(String image, Map<String, String> labels, Map<String, String> env) {
		RunningService service = mock(RunningService.class);
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.labels()).willReturn(labels);
		given(service.env()).willReturn(env);
		given(service.host()).willReturn("127.0.0.1");
		given(service.ports()).willReturn(new Ports());
		return service;
	}

	private record Ports() implements ConnectionPorts {

		@Override
		public int get(int containerPort) {
			return 30000 + containerPort;
		}

		@Override
		public List<Integer> getAll() {
			return List.of(get(2881));
		}

		@Override
		public List<Integer> getAll(String protocol) {
			return getAll();
		}

	}

}
