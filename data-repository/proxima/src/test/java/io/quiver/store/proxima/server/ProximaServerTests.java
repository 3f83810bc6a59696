package io.quiver.store.proxima.server;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.StatusRuntimeException;
import io.quiver.store.contract.fault.TestServer;
import io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig;
import io.quiver.store.proxima.proto.CollectionConfig.RepositoryConfig.Database;
import io.quiver.store.proxima.proto.CollectionInfo;
import io.quiver.store.proxima.proto.GetVersionResponse;
import io.quiver.store.proxima.proto.LsnContext;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.proto.WriteRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ProximaServer}: its switches, its end and its next start. What it
 * answers otherwise, the recordings say.
 *
 * @author Quiver
 */
class ProximaServerTests {

	private final ProximaServer server = new ProximaServer();

	private final Iris iris = new Iris(this.server);

	@BeforeEach
	void start() {
		this.server.start();
		this.iris.stub().createCollection(Iris.config());
	}

	@AfterEach
	void close() {
		this.iris.close();
		this.server.close();
	}

	private RawHttp.Answer get(String path) {
		return RawHttp.send(this.server.httpAddress(), "GET", path, "");
	}

	private void assertFails(io.grpc.Status.Code code, Runnable call) {
		assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.getStatus().getCode()).isEqualTo(code));
	}

	@Test
	void saysTheVersionThatItIsGiven() {
		assertThat(this.iris.stub().getVersion(Iris.version()).getVersion()).isEqualTo("0.2.1");
		this.server.version("0.3.0");
		assertThat(this.iris.stub().getVersion(Iris.version()).getVersion()).isEqualTo("0.3.0");
		assertThat(get("/service_version").body()).contains("\"version\":\"0.3.0\"");
	}

	@Test
	void theNextCallOfAKindGetsAnotherStatus() {
		this.server.next("write", Mishap.status(-4008, "Exceed Rate Limit"));
		assertThat(this.iris.stub().getVersion(Iris.version()).getStatus().getCode()).isZero();
		Status refused = this.iris.stub().write(Iris.insert(1));
		assertThat(refused.getCode()).isEqualTo(-4008);
		assertThat(refused.getReason()).isEqualTo("Exceed Rate Limit");
		assertThat(this.iris.has(1)).isFalse();
		assertThat(this.iris.stub().write(Iris.insert(1)).getCode()).isZero();
	}

	@Test
	void everyCallGetsAnotherStatusUntilTheServerRecovers() {
		this.server.every(Mishap.status(-1014, "Visit Stopped Service"));
		assertThat(this.iris.stub().getVersion(Iris.version()).getStatus().getCode()).isEqualTo(-1014);
		assertThat(get("/v1/collections").body())
			.isEqualTo("{\"status\":{\"code\":-1014,\"reason\":\"Visit Stopped Service\"},\"collections\":[]}");
		this.server.recover();
		assertThat(this.iris.stub().getVersion(Iris.version()).getStatus().getCode()).isZero();
	}

	@Test
	void aDelayOutlastsADeadline() {
		this.server.delay(Duration.ofHours(1));
		assertFails(io.grpc.Status.Code.DEADLINE_EXCEEDED,
				() -> this.iris.stub().withDeadlineAfter(50, TimeUnit.MILLISECONDS).getVersion(Iris.version()));
	}

	@Test
	void callsThatWaitHoldNoThread() {
		this.server.delay(Duration.ofHours(1));
		for (int i = 0; i < 500; i++) {
			this.iris.futures().getVersion(Iris.version());
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> this.server.received("get_version") == 500);
		this.server.recover();
		assertThat(this.iris.stub().getVersion(Iris.version()).getVersion()).isEqualTo("0.2.1");
	}

	@Test
	void aDelayedCallIsAnsweredLater() {
		this.server.delay(Duration.ofMillis(100));
		long started = System.nanoTime();
		this.iris.stub().getVersion(Iris.version());
		assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
	}

	@Test
	void whatIsBetweenMayAnswerInItsOwnWords() {
		this.server.every(Mishap.http(500, "Bad day"));
		RawHttp.Answer answer = get("/service_version");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.headers()).containsEntry("Content-Type", "text/plain");
		assertThat(answer.body()).isEqualTo("Bad day");
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> this.iris.stub().getVersion(Iris.version()))
			.withMessageContaining("500")
			.withMessageContaining("Bad day");
	}

	@Test
	void aConnectionIsCutBeforeAnythingIsDone() {
		this.server.next("write", Mishap.cut());
		assertFails(io.grpc.Status.Code.UNAVAILABLE, () -> this.iris.stub().write(Iris.insert(1)));
		assertThat(this.iris.has(1)).isFalse();
		this.server.next("get_version", Mishap.cut());
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> get("/service_version"));
	}

	@Test
	void aConnectionIsCutInsteadOfAnAnswer() {
		this.server.next("write", Mishap.cutWhenDone());
		assertFails(io.grpc.Status.Code.UNAVAILABLE, () -> this.iris.stub().write(Iris.insert(1)));
		assertThat(this.iris.has(1)).isTrue();
	}

	@Test
	void anAnswerNeverComes() {
		this.server.next("write", Mishap.silence());
		ListenableFuture<Status> write = this.iris.futures().write(Iris.insert(1));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.iris.has(1));
		assertThat(write).isNotDone();
		assertThat(this.server.received("write")).isEqualTo(1);
		write.cancel(true);
	}

	@Test
	void keepsItsAddressesAndItsData() {
		this.iris.stub().write(Iris.insert(1, 2));
		CollectionInfo before = this.iris.stub().describeCollection(Iris.name()).getCollection();
		var address = this.server.address();
		this.server.restart();
		assertThat(this.server.address()).isEqualTo(address);
		CollectionInfo after = this.iris.stub().withWaitForReady().describeCollection(Iris.name()).getCollection();
		assertThat(after).isEqualTo(before);
		assertThat(this.iris.has(2)).isTrue();
		assertThat(this.iris.found(9)).containsExactly(1L, 2L);
		assertThat(this.iris.stats().getTotalDocCount()).isEqualTo(2);
	}

	@Test
	void whatWasNotFlushedIsFoundButNotLookedUp() {
		this.iris.stub().write(Iris.insert(1));
		this.server.flushed(false);
		this.server.restart();
		this.iris.stub().withWaitForReady().write(Iris.insert(2));
		assertThat(this.iris.has(1)).isFalse();
		assertThat(this.iris.has(2)).isTrue();
		assertThat(this.iris.found(9)).containsExactly(1L, 2L);
		assertThat(this.iris.stub().write(Iris.insert(1)).getCode()).isEqualTo(Code.DUPLICATE_KEY.status().getCode());
	}

	@Test
	void anEndCutsCallsAndRefusesConnections() {
		this.server.delay(Duration.ofHours(1));
		ListenableFuture<GetVersionResponse> call = this.iris.futures().getVersion(Iris.version());
		await().atMost(Duration.ofMinutes(1)).until(() -> this.server.received("get_version") == 1);
		this.server.kill();
		assertThat(this.server.ready()).isFalse();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(1, TimeUnit.MINUTES))
			.withMessageContaining("UNAVAILABLE");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> get("/service_version"))
			.withCauseInstanceOf(ConnectException.class);
	}

	@Test
	void startsAndEndsTwiceWithoutHarm() {
		this.server.start();
		assertThat(this.server.ready()).isTrue();
		this.server.kill();
		this.server.kill();
		this.server.start();
		assertThat(this.server.ready()).isTrue();
	}

	@Test
	void isTheSameServerByEitherDoor() {
		TestServer http = this.server.overHttp();
		assertThat(http.address()).isEqualTo(this.server.httpAddress());
		http.kill();
		assertThat(this.server.ready()).isFalse();
		http.start();
		assertThat(this.server.ready()).isTrue();
	}

	@Test
	void forgetsAllWhenClosed() {
		this.server.close();
		this.server.start();
		assertThat(this.iris.stub().withWaitForReady().describeCollection(Iris.name()).getStatus().getCode())
			.isEqualTo(-4002);
	}

	@Test
	void doesNotStartWhereAnotherListens() throws Exception {
		this.server.kill();
		try (ServerSocket other = new ServerSocket()) {
			other.bind(this.server.httpAddress());
			assertThatIllegalStateException().isThrownBy(this.server::start)
				.withMessageContaining(String.valueOf(other.getLocalPort()));
		}
		this.server.start();
		assertThat(this.server.ready()).isTrue();
	}

	@Test
	void drawsANewMagicNumberAtEachStart() {
		this.iris.stub().dropCollection(Iris.name());
		this.iris.stub().createCollection(Iris.config().toBuilder().setRepositoryConfig(repository()).build());
		long before = magicNumber();
		this.server.restart();
		long after = magicNumber();
		assertThat(after).isNotEqualTo(before);
		assertThat(this.iris.stub().write(fed(before)).getCode()).isEqualTo(-2021);
		assertThat(this.iris.stub().write(fed(after)).getCode()).isZero();
	}

	private long magicNumber() {
		return this.iris.stub().withWaitForReady().describeCollection(Iris.name()).getCollection().getMagicNumber();
	}

	private static RepositoryConfig repository() {
		return RepositoryConfig.newBuilder()
			.setRepositoryName("r")
			.setDatabase(Database.newBuilder()
				.setConnectionUri("mysql://localhost:3306/d")
				.setTableName("t")
				.setUser("u")
				.setPassword("p"))
			.build();
	}

	private static WriteRequest fed(long magicNumber) {
		WriteRequest.Builder write = Iris.insert(1).toBuilder().setMagicNumber(magicNumber);
		write.getRowsBuilder(0).setLsnContext(LsnContext.newBuilder().setLsn(1));
		return write.build();
	}

	@Test
	void cannedAnswersAreAnyDocuments() {
		try (ProximaServer canned = new ProximaServer(Answers.CANNED); Iris client = new Iris(canned)) {
			canned.start();
			client.stub().createCollection(Iris.config());
			client.stub().write(Iris.insert(LongStream.rangeClosed(1, 10_001).toArray()));
			assertThat(client.found(2)).hasSize(2);
			assertThat(client.found(20_000)).hasSize(10_000);
			assertThat(client.stats().getTotalDocCount()).isEqualTo(10_000);
		}
	}

}
