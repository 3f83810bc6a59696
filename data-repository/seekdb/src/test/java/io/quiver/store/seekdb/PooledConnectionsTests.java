package io.quiver.store.seekdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import org.junit.jupiter.api.Test;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What needs no server, or one that is not well.
 *
 * @author Quiver
 */
class PooledConnectionsTests {

	/** What a busy machine may add to a time. */
	private static final Duration SLACK = Duration.ofSeconds(8);

	@Test
	void nothingConnectsBeforeTheFirstCall() {
		try (SilentServer server = new SilentServer();
				SeekdbClient client = SeekdbClient.builder(SeekdbPool.of(server.url()).withSize(4, 4)).build()) {
			assertThat(client.details()).containsEntry("address", server.url());
			assertThat(server.connections()).isZero();
		}
	}

	@Test
	void aConnectionThatNeverComesKeepsNobodyBeyondTheDeadline() {
		SeekdbPoolEvents events = new SeekdbPoolEvents();
		try (SilentServer server = new SilentServer();
				SeekdbClient client = SeekdbClient
					.builder(SeekdbPool.of(server.url()).withConnectTimeout(Duration.ofMinutes(1)))
					.calls(within(Duration.ofMillis(300)))
					.poolMonitor(events)
					.build()) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::version)
				.withMessageContaining("jdbc:mariadb://127.0.0.1")
				.withCauseInstanceOf(QueryTimeoutException.class);
			assertThat(elapsed(begin)).isLessThan(SLACK);
			assertThat(events.timeouts()).isEqualTo(1);
			assertThat(client.pool()).isNotNull().satisfies((pool) -> {
				assertThat(pool.active()).isZero();
				assertThat(pool.max()).isEqualTo(8);
			});
		}
		assertThat(events.isClosed()).isTrue();
	}

	@Test
	void aConnectionThatNeverComesIsGivenUpAtItsOwnTimeOut() {
		try (SilentServer server = new SilentServer();
				SeekdbClient client = SeekdbClient
					.builder(SeekdbPool.of(server.url()).withConnectTimeout(Duration.ofMillis(200)))
					.build()) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::version);
			assertThat(elapsed(begin)).isLessThan(Duration.ofSeconds(10).plus(SLACK));
		}
	}

	@Test
	void anAddressThatNobodyListensAtIsToldOfLongBeforeTheWaitEnds() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		SeekdbPool pool = SeekdbPool.of("jdbc:mariadb://127.0.0.1:" + port + "/test").withMaxWait(Duration.ofHours(1));
		try (SeekdbClient client = SeekdbClient.builder(pool).build()) {
			long begin = System.nanoTime();
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::version)
				.withMessageContaining("no connection to jdbc:mariadb://127.0.0.1:" + port + "/test could be made")
				.withMessageContaining("refused")
				.withMessageNotContaining("broke");
			assertThat(elapsed(begin)).isLessThan(Duration.ofSeconds(30));
		}
	}

	@Test
	void callsDoNotBecomeSlowerWhileNobodyListens() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		try (SeekdbClient client = SeekdbClient.builder(SeekdbPool.of("jdbc:mariadb://127.0.0.1:" + port + "/test"))
			.build()) {
			long begin = System.nanoTime();
			for (int i = 0; i < 16; i++) {
				assertThatExceptionOfType(NotSentException.class).isThrownBy(client::version)
					.withMessageContaining("refused");
			}
			// the pool alone would sleep five seconds before each of the last ten
			assertThat(elapsed(begin)).isLessThan(Duration.ofSeconds(25));
		}
	}

	@Test
	void aCallThatIsCancelledWhileItWaitsForAConnectionIsOver() throws Exception {
		try (SilentServer server = new SilentServer();
				SeekdbClient client = SeekdbClient
					.builder(SeekdbPool.of(server.url()).withConnectTimeout(Duration.ofMinutes(1)))
					.build()) {
			CompletableFuture<String> version = client.async().version();
			assertThat(version.cancel(true)).isTrue();
			assertThat(version).isCancelled();
			CompletableFuture<String> other = client.async().version();
			client.close();
			assertThat(other.handle((value, failure) -> failure).get(30, TimeUnit.SECONDS)).isNotNull();
		}
	}

	@Test
	void whoIsInterruptedWhileHeWaitsForAConnectionLeavesAndStaysInterrupted() {
		try (SilentServer server = new SilentServer();
				SeekdbClient client = SeekdbClient
					.builder(SeekdbPool.of(server.url()).withConnectTimeout(Duration.ofMinutes(1)))
					.build()) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::version);
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void aClosedClientRefusesCalls() {
		try (SilentServer server = new SilentServer()) {
			SeekdbClient client = SeekdbClient.builder(SeekdbPool.of(server.url())).build();
			client.close();
			client.close();
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(client::version)
				.withMessageContaining("closed");
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> client.probe(Deadline.after(Duration.ofSeconds(1))));
			assertThat(server.connections()).isZero();
		}
	}

	private static StoreCalls within(Duration time) {
		return StoreCalls.builder("test", "seekdb").timeouts(new Timeouts(time, time, time, time)).build();
	}

	private static Duration elapsed(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin);
	}

}
