package io.quiver.store.contract.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link FaultProxy}.
 *
 * @author Quiver
 */
@Timeout(60)
class FaultProxyTests {

	private static final int PATIENCE = 30_000;

	private final EchoServer server = new EchoServer();

	private final FaultProxy proxy = FaultProxy.of(this.server.address());

	private final List<Socket> sockets = new ArrayList<>();

	FaultProxyTests() throws IOException {
	}

	@AfterEach
	void close() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.proxy.close();
		this.server.close();
	}

	@Test
	void passesBothWaysAndCounts() throws IOException {
		Socket socket = connect();
		assertThat(ask(socket, "hello")).isEqualTo("hello");
		assertThat(this.proxy.requestBytes()).isEqualTo(5);
		await(() -> this.proxy.answerBytes() == 5);
		assertThat(this.proxy.connections()).isOne();
		socket.close();
		await(() -> this.proxy.connections() == 0);
		assertThat(this.proxy.accepted()).isOne();
	}

	@Test
	void endsTheClientsConnectionWithTheServers() throws IOException {
		InetSocketAddress nobody = this.server.address();
		this.server.close();
		try (FaultProxy alone = FaultProxy.of(nobody)) {
			Socket socket = connect(alone);
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
			await(() -> alone.connections() == 0);
		}
	}

	@Test
	void delaysAnswersUntilItIsHealed() throws IOException {
		Socket socket = connect();
		long start = System.nanoTime();
		this.proxy.inject(Fault.delay(Duration.ofMillis(150)));
		assertThat(ask(socket, "late")).isEqualTo("late");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
		this.proxy.inject(Fault.delay(Duration.ofHours(1)));
		send(socket, "later");
		assertThatNothingComes(socket);
		this.proxy.pass();
		assertThat(receive(socket, 5)).isEqualTo("later");
	}

	@Test
	void stopsReadingUntilTheClientIsBlocked() throws Exception {
		Socket socket = connect();
		ask(socket, "hello");
		this.proxy.inject(Fault.stopReading());
		byte[] much = new byte[32 * 1024 * 1024];
		CompletableFuture<Void> write = CompletableFuture.runAsync(() -> send(socket, much));
		assertThatNothingComes(socket);
		assertThat(write).isNotDone();
		assertThat(this.proxy.requestBytes()).isEqualTo(5);
		this.proxy.pass();
		assertThat(socket.getInputStream().readNBytes(much.length)).hasSize(much.length);
		write.get(1, TimeUnit.SECONDS);
	}

	@Test
	void stopsAnsweringWhatTheServerGets() throws IOException {
		this.proxy.inject(Fault.stopAnswering());
		Socket socket = connect();
		send(socket, "hello");
		assertThatNothingComes(socket);
		assertThat(this.proxy.requestBytes()).isEqualTo(5);
		assertThat(this.proxy.answerBytes()).isZero();
		this.proxy.pass();
		assertThat(receive(socket, 5)).isEqualTo("hello");
	}

	@Test
	void seesThatAClientLeavesWhoseAnswerIsKeptBack() throws IOException {
		this.proxy.inject(Fault.stopAnswering());
		Socket socket = connect();
		send(socket, "hello");
		await(() -> this.proxy.connections() == 1);
		socket.close();
		await(() -> this.proxy.connections() == 0);
	}

	@Test
	void cutsAnAnswer() throws IOException {
		Socket old = connect();
		ask(old, "before");
		this.proxy.inject(Fault.cut(2));
		send(old, "hello");
		assertThat(new String(old.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("he");
		assertThat(this.proxy.requestBytes()).isEqualTo(11);
		Socket young = connect();
		send(young, "hello");
		assertThat(young.getInputStream().readAllBytes()).hasSize(2);
		this.proxy.pass();
		assertThat(ask(connect(), "after")).isEqualTo("after");
	}

	@Test
	void cutsOrLosesAnAnswerOnce() throws IOException {
		Socket cut = connect();
		this.proxy.inject(Fault.cutOnce());
		send(cut, "hello");
		assertThat(cut.getInputStream().read()).isEqualTo(-1);
		Socket lost = connect();
		ask(lost, "before");
		this.proxy.inject(Fault.loseOnce());
		send(lost, "hello");
		assertThatNothingComes(lost);
		assertThat(ask(connect(), "after")).isEqualTo("after");
		assertThat(ask(lost, "after")).isEqualTo("after");
	}

	@Test
	void refusesConnectionsAndListensAgainAtTheSamePort() throws IOException {
		Socket old = connect();
		ask(old, "before");
		InetSocketAddress address = this.proxy.address();
		for (int i = 0; i < 3; i++) {
			this.proxy.inject(Fault.refuse());
			assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
			assertThat(old.getInputStream().read()).isEqualTo(-1);
			assertThat(this.proxy.connections()).isZero();
			this.proxy.pass();
			assertThat(this.proxy.address()).isEqualTo(address);
			old = connect();
			assertThat(ask(old, "after")).isEqualTo("after");
		}
	}

	@Test
	void resetsConnectionsOldAndNew() throws IOException {
		Socket old = connect();
		ask(old, "before");
		this.proxy.inject(Fault.reset());
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> old.getInputStream().read())
			.withMessageContaining("reset");
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> connect().getInputStream().read())
			.withMessageContaining("reset");
		this.proxy.pass();
		assertThat(ask(connect(), "after")).isEqualTo("after");
	}

	@Test
	void leavesConnectionsHalfOpenAndResetsThemInTheEnd() throws IOException {
		Socket old = connect();
		ask(old, "before");
		this.proxy.inject(Fault.halfOpen());
		Socket young = connect();
		send(old, "hello");
		send(young, "hello");
		assertThatNothingComes(old);
		assertThatNothingComes(young);
		assertThat(this.proxy.requestBytes()).isEqualTo(6);
		this.proxy.pass();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> old.getInputStream().read());
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> young.getInputStream().read());
		assertThat(ask(connect(), "after")).isEqualTo("after");
	}

	@Test
	void dripsAnswers() throws IOException {
		Socket socket = connect();
		ask(socket, "before");
		this.proxy.inject(Fault.drip(Duration.ofMillis(20)));
		long start = System.nanoTime();
		assertThat(ask(socket, "0123456789")).isEqualTo("0123456789");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(180));
	}

	@Test
	void sendsTheSameGarbageForTheSameSeed() throws IOException {
		this.proxy.inject(Fault.garbage(42));
		byte[] garbage = new byte[1024];
		new Random(42).nextBytes(garbage);
		for (int i = 0; i < 2; i++) {
			Socket socket = connect();
			send(socket, "hello");
			assertThat(socket.getInputStream().readNBytes(garbage.length)).isEqualTo(garbage);
		}
		this.proxy.pass();
		assertThat(ask(connect(), "after")).isEqualTo("after");
	}

	@Test
	void leavesNoThreadBehind() throws IOException {
		String name = "fault-proxy-" + this.proxy.address().getPort();
		Socket waiting = connect();
		ask(waiting, "before");
		this.proxy.inject(Fault.stopAnswering());
		send(waiting, "hello");
		assertThat(threads(name)).hasSize(3).allMatch(Thread::isDaemon);
		this.proxy.close();
		this.proxy.close();
		await(() -> threads(name).isEmpty());
		assertThat(waiting.getInputStream().read()).isEqualTo(-1);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
		assertThatIllegalStateException().isThrownBy(this.proxy::pass);
	}

	private static List<Thread> threads(String name) {
		return Thread.getAllStackTraces().keySet().stream().filter((each) -> each.getName().startsWith(name)).toList();
	}

	private Socket connect() throws IOException {
		return connect(this.proxy);
	}

	private Socket connect(FaultProxy proxy) throws IOException {
		Socket socket = new Socket();
		this.sockets.add(socket);
		socket.connect(proxy.address());
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(PATIENCE);
		return socket;
	}

	private static String ask(Socket socket, String text) throws IOException {
		send(socket, text);
		return receive(socket, text.length());
	}

	private static void send(Socket socket, String text) {
		send(socket, text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void send(Socket socket, byte[] bytes) {
		try {
			socket.getOutputStream().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String receive(Socket socket, int count) throws IOException {
		return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
	}

	private static void assertThatNothingComes(Socket socket) throws IOException {
		socket.setSoTimeout(200);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.getInputStream().read());
		socket.setSoTimeout(PATIENCE);
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("patience").isLessThan(end);
			Thread.onSpinWait();
		}
	}

}
