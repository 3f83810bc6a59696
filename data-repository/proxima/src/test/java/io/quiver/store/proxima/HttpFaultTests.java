package io.quiver.store.proxima;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.server.Mishap;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * @author Quiver
 */
@DisplayName("P13: what goes wrong over HTTP")
class HttpFaultTests {

	private static final RowMeta META = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2))
		.withForwardColumn("s", DataType.STRING);

	private final ProximaServer server = new ProximaServer();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	@DisplayName("P1: a call ends at its deadline")
	void aCallEndsAtItsDeadline() {
		try (ProximaClient client = within(Duration.ofMillis(300)).build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(client::listCollections);
			assertThat(client.async().listCollections()).failsWithin(Duration.ofSeconds(30))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
			this.server.recover();
			assertThat(client.listCollections()).isEmpty();
		}
	}

	@Test
	@DisplayName("P1: the deadline of the first call holds for asking for the version too")
	void theHandshakeKeepsTheDeadline() {
		this.server.every(Mishap.silence());
		try (ProximaClient client = within(Duration.ofMillis(300)).build()) {
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::listCollections)
				.withCauseInstanceOf(QueryTimeoutException.class);
		}
	}

	@Test
	void anInterruptEndsACallWithADeadlineAndOneWithout() throws InterruptedException {
		try (ProximaClient unlimited = Clients.http(this.server.httpAddress()).build();
				ProximaClient limited = within(Duration.ofMinutes(1)).build()) {
			unlimited.listCollections();
			limited.listCollections();
			this.server.every(Mishap.silence());
			int before = this.server.received("list_collections");
			for (ProximaClient client : new ProximaClient[] { unlimited, limited }) {
				int expected = ++before;
				InterruptedCall call = InterruptedCall.of(client::listCollections,
						() -> this.server.received("list_collections") == expected);
				assertThat(call.failure()).isInstanceOf(TransientDataAccessResourceException.class)
					.hasMessageContaining("interrupted");
				assertThat(call.interrupted()).isTrue();
			}
		}
	}

	@Test
	@DisplayName("P1: calls that wait for a thread when the client closes end too")
	void waitingCallsEndWithTheClient() {
		List<CompletableFuture<?>> calls = new ArrayList<>();
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			// more than there are threads
			for (int i = 0; i < 100; i++) {
				calls.add(client.async().listCollections());
			}
		}
		assertThat(calls).allSatisfy((call) -> assertThat(call).failsWithin(Duration.ofSeconds(30)));
	}

	@Test
	@DisplayName("P2: a cancelled call gives its thread back")
	void aCancelledCallGivesItsThreadBack() {
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			// more than there are threads
			for (int i = 0; i < 200; i++) {
				CompletableFuture<?> calling = client.async().listCollections();
				calling.cancel(true);
				assertThat(calling).isCancelled();
			}
			this.server.recover();
			assertThat(client.async().listCollections()).succeedsWithin(Duration.ofSeconds(30));
		}
	}

	@Test
	@DisplayName("P1: calls whose answers stall give their threads back at their deadlines")
	void stalledCallsGiveTheirThreadsBack() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(40);
		List<CompletableFuture<?>> calls = new ArrayList<>();
		try (ProximaClient client = within(Duration.ofSeconds(2)).build()) {
			client.listCollections();
			this.server.every(Mishap.stall());
			Callable<Throwable> stalled = () -> catchThrowable(client::listCollections);
			// more than there are threads, but not at once
			for (Future<Throwable> failure : callers.invokeAll(Collections.nCopies(80, stalled))) {
				assertThat(failure.get()).isInstanceOf(QueryTimeoutException.class);
			}
			for (int i = 0; i < 80; i++) {
				calls.add(client.async().listCollections());
			}
			assertThat(calls).allSatisfy((call) -> assertThat(call).failsWithin(Duration.ofSeconds(30)));
			this.server.recover();
			assertThat(client.listCollections()).isEmpty();
			assertThat(client.async().listCollections()).succeedsWithin(Duration.ofSeconds(30));
		}
		finally {
			callers.shutdownNow();
		}
		awaitNoThreads();
	}

	@Test
	@DisplayName("P1: calls whose answers stall end with the client")
	void stalledCallsEndWithTheClient() throws Exception {
		ExecutorService caller = Executors.newSingleThreadExecutor();
		List<Future<?>> calls = new ArrayList<>();
		try (ProximaClient unlimited = Clients.http(this.server.httpAddress()).build();
				ProximaClient limited = within(Duration.ofMinutes(5)).build()) {
			unlimited.listCollections();
			limited.listCollections();
			this.server.every(Mishap.stall());
			calls.add(unlimited.async().listCollections());
			calls.add(caller.submit(() -> limited.listCollections()));
			await(() -> this.server.received("list_collections") == 4);
		}
		for (Future<?> call : calls) {
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> call.get(30, TimeUnit.SECONDS));
		}
		caller.shutdownNow();
		awaitNoThreads();
	}

	private static void awaitNoThreads() throws InterruptedException {
		await(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("quiver-proxima-http-")));
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	@Test
	void aRefusedConnectionNamesTheAddressAndTheCauseButNoCredentials() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		RestClient http = RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory())
			.baseUrl("http://ann:hush@127.0.0.1:" + port)
			.build();
		try (ProximaClient client = ProximaClient.overHttp(http).versionCheck(false).build()) {
			assertThatExceptionOfType(NotSentException.class).isThrownBy(client::listCollections)
				.withMessageContaining("//127.0.0.1:" + port)
				.withMessageContaining("Exception)")
				.withMessageNotContaining("null")
				.withMessageNotContaining("hush");
		}
	}

	@Test
	void aServerErrorIsTransientAndAnythingElseIsNot() {
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.listCollections();
			this.server.next("list_collections", Mishap.http(500, "boom"));
			assertThatExceptionOfType(TransientDataAccessResourceException.class).isThrownBy(client::listCollections)
				.withMessageContaining("500")
				.withMessageContaining("boom");
			this.server.next("list_collections", Mishap.http(403, "no"));
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class).isThrownBy(client::listCollections);
			this.server.next("list_collections", Mishap.http(405, "{}"));
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(client::listCollections);
			this.server.next("list_collections", Mishap.http(200, "<html>"));
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(client::listCollections)
				.withMessageContaining("JSON");
			this.server.next("write", Mishap.http(200, "<html>"));
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> client.write(WriteRequest.of("c", META, row("x"))));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"error\":\"x\"}", "{\"code\":null}", "{\"reason\":\"Success\"}",
			"{\"status\":{\"code\":0}}", "{\"status\":{\"code\":-4001}}" })
	void anAnswerWithoutACodeDoesNotSayThatTheRowsAreWritten(String answer) {
		try (ProximaClient client = within(Duration.ofMinutes(1)).build()) {
			client.listCollections();
			this.server.every(Mishap.http(200, answer));
			assertThatExceptionOfType(OutcomeUnknownException.class)
				.isThrownBy(() -> client.write(WriteRequest.of("c", META, row("x"))))
				.withStackTraceContaining("no answer of Proxima BE");
			assertThat(this.server.received("write")).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"code\":0}", "{\"status\":null}", "{\"status\":{}}",
			"{\"collections\":[{\"status\":\"CS_SERVING\"}]}" })
	void anAnswerWithoutACodeIsNoneWhateverElseItHas(String answer) {
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.listCollections();
			this.server.next("list_collections", Mishap.http(200, answer));
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(client::listCollections)
				.withMessageContaining("no answer of Proxima BE");
		}
	}

	@Test
	void theWrongPortIsNamed() {
		try (ProximaClient client = Clients.http(this.server.address()).versionCheck(false).build()) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(client::listCollections)
				.withMessageContaining("HTTP port");
		}
	}

	@Test
	@DisplayName("P8: a string that the server would store damaged is refused, and goes as bytes")
	void aStringThatWouldBeDamagedIsRefused() {
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.createCollection(CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("s"));
			int before = this.server.received("write");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> client.write(WriteRequest.of("c", META, row("say \"no\""))))
				.withMessageContaining("gRPC");
			assertThat(client.async().write(WriteRequest.of("c", META, row("back\\slash")))).isCompletedExceptionally();
			assertThat(this.server.received("write")).isEqualTo(before);
			byte[] bytes = { '"', '\\', 0 };
			client.write(
					WriteRequest.of("c",
							RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2))
								.withForwardColumn("s", DataType.BINARY),
							Row.insert(1, VectorValue.of(1f, 2f), bytes)));
			assertThat(client.getDocumentByKey("c", 1).orElseThrow().value("s")).isEqualTo(bytes);
		}
	}

	@Test
	@DisplayName("P11: scores have six digits")
	void scoresHaveSixDigits() {
		try (ProximaClient client = Clients.http(this.server.httpAddress()).build()) {
			client.createCollection(CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("s"));
			client.write(WriteRequest.of("c", META, row("x")));
			assertThat(client.query(VectorQuery.of("c", "v", new float[] { 1111.125f, 2 })).documents().get(0).score())
				.isEqualTo(1232380f);
		}
	}

	private static Row row(String text) {
		return Row.insert(1, VectorValue.of(1f, 2f), text);
	}

	private ProximaClient.Builder within(Duration timeout) {
		return Clients.http(this.server.httpAddress())
			.calls(StoreCalls.builder("test", "proxima")
				.timeouts(new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, timeout))
				.build());
	}

}
