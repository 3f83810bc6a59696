package io.quiver.store.proxima.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ProximaServerApplication}.
 *
 * @author Quiver
 */
class ProximaServerApplicationTests {

	@Test
	void listensWhereTheRealOneDoes() {
		try (ProximaServer server = ProximaServerApplication.server()) {
			assertThat(server.address().getPort()).isEqualTo(16000);
			assertThat(server.httpAddress().getPort()).isEqualTo(16001);
		}
	}

	@Test
	void listensWhereItIsTold() {
		try (ProximaServer server = ProximaServerApplication.server("--grpc-port=1", "--http-port=2", "--delay=2ms",
				"--answers=canned")) {
			assertThat(server.address().getPort()).isEqualTo(1);
			assertThat(server.httpAddress().getPort()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port=1", "--delay", "--answers=wrong", "--delay=soon" })
	void refusesWhatItDoesNotKnow(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> ProximaServerApplication.server(argument));
	}

}
