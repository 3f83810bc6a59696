package io.quiver.store.proxima;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
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
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.server.Mishap;
import io.quiver.store.proxima.server.ProximaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
@DisplayName("P13: what goes wrong on a channel")
class GrpcFaultTests {

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
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(client::listCollections)
				.withMessageContaining("list_collections");
			assertThat(client.async().listCollections()).failsWithin(Duration.ofSeconds(30))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
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
	void anInterruptEndsACallAndStays() throws InterruptedException {
		try (ProximaClient client = Clients.grpc(this.server.address()).build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			InterruptedCall call = InterruptedCall.of(client::listCollections,
					() -> this.server.received("list_collections") == 2);
			assertThat(call.failure()).isInstanceOf(TransientDataAccessResourceException.class)
				.hasMessageContaining("interrupted");
			assertThat(call.interrupted()).isTrue();
		}
	}

	@Test
	void anInterruptEndsRowsSentSingly() throws InterruptedException {
		try (ProximaClient client = Clients.grpc(this.server.address()).build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			InterruptedCall call = InterruptedCall.of(() -> client.writeEach(WriteRequest.of("c", null, Row.delete(1))),
					() -> this.server.received("write") == 1);
			assertThat(call.failure()).isInstanceOf(OutcomeUnknownException.class);
			assertThat(call.interrupted()).isTrue();
		}
	}

	@Test
	@DisplayName("P2: to cancel a result ends the call")
	void toCancelAResultEndsTheCall() throws InterruptedException {
		CountDownLatch cancelled = new CountDownLatch(1);
		ManagedChannel channel = Clients.channel(this.server.address());
		try (ProximaClient client = ProximaClient
			.overGrpc(ClientInterceptors.intercept(channel, new CancelWatch(cancelled)))
			.onClose(channel::shutdownNow)
			.build()) {
			client.listCollections();
			this.server.every(Mishap.silence());
			CompletableFuture<?> calling = client.async().listCollections();
			calling.cancel(true);
			assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(calling).isCancelled();
		}
	}

	@Test
	@DisplayName("P2: to cancel the first result ends the asking for the version")
	void toCancelEndsTheHandshake() throws InterruptedException {
		CountDownLatch cancelled = new CountDownLatch(1);
		ManagedChannel channel = Clients.channel(this.server.address());
		this.server.every(Mishap.silence());
		try (ProximaClient client = ProximaClient
			.overGrpc(ClientInterceptors.intercept(channel, new CancelWatch(cancelled)))
			.onClose(channel::shutdownNow)
			.build()) {
			client.async().listCollections().cancel(true);
			assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(this.server.received("list_collections")).isZero();
		}
	}

	@Test
	@DisplayName("P8: at the deadline, rows sent singly tell what is known of each")
	void atTheDeadlineRowsTellWhatIsKnown() {
		try (ProximaClient client = within(Duration.ofSeconds(2)).build()) {
			client.createCollection(CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("s"));
			client.writeEach(WriteRequest.of("c", META, row(1)));
			this.server.next("write", Mishap.silence());
			// rows of one key are sent one after the other, so that the last is not sent
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> client.writeEach(WriteRequest.of("c", META, row(2), Row.delete(2))));
			this.server.next("write", Mishap.silence());
			assertThat(client.writeEach(WriteRequest.of("c", META, row(3), row(4), row(5)))).hasSize(3)
				.filteredOn((status) -> !status.isDone())
				.singleElement()
				.extracting(RowStatus::failure)
				.isInstanceOf(OutcomeUnknownException.class);
		}
	}

	@Test
	void aRefusedConnectionIsCertainlyNotSent() throws Exception {
		InetSocketAddress nowhere;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nowhere = (InetSocketAddress) socket.getLocalSocketAddress();
		}
		try (ProximaClient client = Clients.grpc(nowhere).versionCheck(false).build()) {
			assertThatExceptionOfType(NotSentException.class)
				.isThrownBy(() -> client.deleteDocumentByKeys("c", List.of(1L)))
				.withMessageContaining(":" + nowhere.getPort())
				.withMessageContaining("ConnectException: Connection refused");
		}
	}

	@Test
	@DisplayName("P1: a call that waits for a connection until its deadline is certainly not sent")
	void aServerThatDoesNotAnswerIsCertainlyNotSent() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				ProximaClient client = Clients.grpc((InetSocketAddress) silent.getLocalSocketAddress())
					.versionCheck(false)
					.calls(calls(Duration.ofMillis(300)))
					.build()) {
			assertThatExceptionOfType(NotSentException.class)
				.isThrownBy(() -> client.write(WriteRequest.of("c", META, row(1))))
				.withMessageContaining(":" + silent.getLocalPort())
				.withCauseInstanceOf(QueryTimeoutException.class);
		}
	}

	@Test
	void aChannelThatIsShutDownByOthersIsClosed() {
		ManagedChannel channel = Clients.channel(this.server.address());
		try (ProximaClient client = ProximaClient.overGrpc(channel).build()) {
			client.listCollections();
			channel.shutdownNow();
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(client::listCollections)
				.withCauseInstanceOf(IllegalStateException.class);
		}
	}

	@Test
	void theClientLeavesItsChannelOpen() {
		ManagedChannel channel = Clients.channel(this.server.address());
		try (ProximaClient client = ProximaClient.overGrpc(channel).build()) {
			client.listCollections();
		}
		assertThat(channel.isShutdown()).isFalse();
		channel.shutdownNow();
	}

	@Test
	void theWrongPortIsNamed() {
		try (ProximaClient client = Clients.grpc(this.server.httpAddress()).build()) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(client::listCollections)
				.withMessageContaining("gRPC port");
		}
	}

	@Test
	void anAnswerBeyondTheWindowSaysWhatToRaise() {
		large();
		ManagedChannel channel = NettyChannelBuilder.forAddress(this.server.address())
			.usePlaintext()
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.flowControlWindow(65_535)
			.build();
		try (ProximaClient client = ProximaClient.overGrpc(channel).onClose(channel::shutdownNow).build()) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> client.getDocumentByKey("c", 1))
				.withMessageContaining("flow-control window")
				.withMessageContaining("proxima.max-message-size");
		}
	}

	@Test
	void anAnswerBeyondTheMessageSizeSaysWhatToRaise() {
		large();
		ManagedChannel channel = NettyChannelBuilder.forAddress(this.server.address())
			.usePlaintext()
			.maxInboundMessageSize(100_000)
			.flowControlWindow(16_000_000)
			.build();
		try (ProximaClient client = ProximaClient.overGrpc(channel).onClose(channel::shutdownNow).build()) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> client.getDocumentByKey("c", 1))
				.withMessageContaining("message size")
				.withMessageContaining("proxima.max-message-size");
		}
	}

	@Test
	@DisplayName("P8: over gRPC every string is stored as it is")
	void everyStringIsStoredAsItIs() {
		String hostile = "'; DROP \"TABLE\" \\ \u0000 \n \u4e2d \ud83d\ude00 {}<&=/";
		try (ProximaClient client = Clients.grpc(this.server.address()).build()) {
			client.createCollection(CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("s"));
			client.write(WriteRequest.of("c", META, Row.insert(1, VectorValue.of(1f, 2f), hostile)));
			assertThat(client.getDocumentByKey("c", 1).orElseThrow().value("s")).isEqualTo(hostile);
		}
	}

	private void large() {
		try (ProximaClient client = Clients.grpc(this.server.address()).build()) {
			client.createCollection(CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("s"));
			client.write(WriteRequest.of("c", META, Row.insert(1, VectorValue.of(1f, 2f), "x".repeat(1_000_000))));
		}
	}

	private static Row row(long key) {
		return Row.insert(key, VectorValue.of(1f, 2f), "s");
	}

	private ProximaClient.Builder within(Duration timeout) {
		return Clients.grpc(this.server.address()).calls(calls(timeout));
	}

	private static StoreCalls calls(Duration timeout) {
		return StoreCalls.builder("test", "proxima")
			.timeouts(new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, timeout))
			.build();
	}

	/**
	 * Tells that a call was cancelled by this side.
	 */
	private record CancelWatch(CountDownLatch cancelled) implements ClientInterceptor {

		@Override
		public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
			return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

				@Override
				public void cancel(@Nullable String message, @Nullable Throwable cause) {
					super.cancel(message, cause);
					CancelWatch.this.cancelled.countDown();
				}

			};
		}

	}

}
