package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests that a server which has gone is told of early though the pool still counts
 * connections to it.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class DeadServerTests {

	/** After this time without use the pool looks whether a connection is alive. */
	private static final Duration AT_REST = Duration.ofSeconds(1);

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void callDoesNotWaitForAConnectionThatCannotBeMade() {
		try (SeekdbServer server = new SeekdbServer();
				SeekdbClient client = SeekdbClient.builder(
						SeekdbPool.of(server.url()).withCredentials("root", null).withMaxWait(Duration.ofMinutes(10)))
					.build()) {
			server.start();
			assertThat(client.version()).contains("seekdb");
			server.kill();
			await().pollDelay(AT_REST).until(() -> true);
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(client::version)
				.withMessageContaining("Nothing was sent");
			server.start();
			assertThat(client.version()).contains("seekdb");
		}
	}

}
