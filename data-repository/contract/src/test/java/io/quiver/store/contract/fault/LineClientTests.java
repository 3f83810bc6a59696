package io.quiver.store.contract.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LineClient} and {@link LineServer} without faults.
 *
 * @author Quiver
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineClientTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final LineServer server = new LineServer("right", LineTls.create());

	@BeforeAll
	void start() {
		this.server.start();
	}

	@AfterAll
	void close() {
		this.server.close();
	}

	@Test
	void writesAndReads() throws Exception {
		try (LineClient client = client(this.server.settings())) {
			assertThat(client.get("nothing")).isNull();
			client.put("key", "a value of words");
			assertThat(client.get("key")).isEqualTo("a value of words");
			client.increment("sum");
			client.incrementAsync("sum").get(20, TimeUnit.SECONDS);
			assertThat(client.getAsync("sum").get(20, TimeUnit.SECONDS)).isEqualTo("2");
			assertThat(client.pool().active()).isZero();
			assertThat(client.pool().idle()).isPositive();
		}
	}

	@Test
	void aWrongPasswordIsNoFaultOfTheNetworkAndIsNotTold() {
		LineSettings settings = new LineSettings("wrong", this.server.settings().tls());
		try (LineClient client = client(settings)) {
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(() -> client.get("key"))
				.withMessageNotContaining("wrong");
			assertThat(client.pool().active()).isZero();
		}
	}

	@Test
	void aServerThatIsNotTrustedGetsNoPassword() throws Exception {
		int before = this.server.received("AUTH");
		LineSettings settings = new LineSettings("right", SSLContext.getDefault());
		try (LineClient client = client(settings)) {
			assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> client.get("key"));
		}
		assertThat(this.server.received("AUTH")).isEqualTo(before);
	}

	@Test
	void anAnswerThatIsAnErrorLeavesTheSessionUsable() {
		try (LineClient client = client(this.server.settings())) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> client.exchange(Deadline.none(), "DANCE"));
			assertThat(client.pool().idle()).isOne();
			assertThat(client.get("nothing")).isNull();
		}
	}

	@Test
	void aServerIsReadyWhileItRunsAndKeepsItsData() {
		LineServer mortal = new LineServer("right", null);
		mortal.start();
		try (LineClient client = new LineClient(mortal.address(), mortal.settings(), PATIENCE, StoreCalls.direct())) {
			client.put("key", "kept");
			assertThat(mortal.ready()).isTrue();
			mortal.kill();
			assertThat(mortal.ready()).isFalse();
		}
		mortal.restart();
		try (LineClient client = new LineClient(mortal.address(), mortal.settings(), PATIENCE, StoreCalls.direct())) {
			assertThat(client.get("key")).isEqualTo("kept");
		}
		mortal.close();
	}

	private LineClient client(LineSettings settings) {
		return new LineClient(this.server.address(), settings, PATIENCE, StoreCalls.direct());
	}

}
