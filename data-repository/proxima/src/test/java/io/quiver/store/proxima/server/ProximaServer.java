package io.quiver.store.proxima.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.quiver.store.contract.fault.TestServer;
import org.jspecify.annotations.Nullable;

/**
 * A Proxima BE in memory: a gRPC and an HTTP door on the loopback interface, with the
 * answers that the real server gives. Collections and documents survive its end; a start
 * draws a new magic number.
 * <p>
 * As the real one does, it breaks a gRPC call off if the answer is larger than what is
 * left of the client's flow-control window: a document of 2 MiB does for a client that
 * has not enlarged it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ProximaServer implements TestServer {

	private final InetSocketAddress grpc;

	private final InetSocketAddress http;

	private final Proxima proxima;

	private final Calls calls = new Calls(Duration.ZERO);

	private volatile boolean flushed = true;

	private @Nullable Connections connections;

	/** Make a server on two free ports. It is not started. */
	public ProximaServer() {
		this(Answers.EXACT);
	}

	/** Make a server on two free ports that answers queries that way. */
	ProximaServer(Answers answers) {
		this(freePort(), freePort(), answers);
	}

	/**
	 * Make a server.
	 * @param grpcPort the port of the gRPC door
	 * @param httpPort the port of the HTTP door
	 * @param answers how queries are answered
	 */
	ProximaServer(int grpcPort, int httpPort, Answers answers) {
		this.grpc = new InetSocketAddress(InetAddress.getLoopbackAddress(), grpcPort);
		this.http = new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort);
		this.proxima = new Proxima(answers);
	}

	/**
	 * Below the range from which the system takes the ports of outgoing connections, so
	 * that none of them takes it before the server listens, or while it is stopped.
	 */
	private static int freePort() {
		for (int i = 0; i < 100; i++) {
			int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// taken: the next one
			}
		}
		throw new IllegalStateException("No free port between 20000 and 32000");
	}

	@Override
	public synchronized void start() {
		if (this.connections != null) {
			return;
		}
		Connections started = new Connections(this.proxima, this.calls);
		try {
			started.open(Door.GRPC, this.grpc);
			started.open(Door.HTTP, this.http);
		}
		catch (RuntimeException ex) {
			started.close();
			throw ex;
		}
		this.proxima.begin();
		this.connections = started;
	}

	@Override
	public boolean ready() {
		return healthy(this.grpc) && healthy(this.http);
	}

	private static boolean healthy(InetSocketAddress address) {
		try {
			URI uri = new URI("http", null, address.getAddress().getHostAddress(), address.getPort(), "/health", null,
					null);
			HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
			connection.setConnectTimeout(5000);
			connection.setReadTimeout(5000);
			boolean healthy = connection.getResponseCode() == 200;
			connection.disconnect();
			return healthy;
		}
		catch (IOException | URISyntaxException ex) {
			return false;
		}
	}

	@Override
	public synchronized void kill() {
		Connections running = this.connections;
		if (running != null) {
			this.connections = null;
			running.close();
			if (!this.flushed) {
				this.proxima.endUnflushed();
			}
		}
	}

	/**
	 * Return where the gRPC door is.
	 * @return its address
	 */
	@Override
	public InetSocketAddress address() {
		return this.grpc;
	}

	/**
	 * Return where the HTTP door is.
	 * @return its address
	 */
	public InetSocketAddress httpAddress() {
		return this.http;
	}

	/**
	 * Return the same server with the HTTP door's address, for suites that know only one.
	 * @return a view of this server
	 */
	public TestServer overHttp() {
		return new OverHttp(this);
	}

	@Override
	public void close() {
		kill();
		this.proxima.clear();
	}

	/**
	 * Name another version than 0.2.1.
	 * @param version what the server says its version is
	 */
	public void version(String version) {
		this.proxima.version(version);
	}

	/**
	 * Let each call that comes from now on wait before anything is done. However many
	 * wait, no thread does.
	 * @param delay how long
	 */
	public void delay(Duration delay) {
		this.calls.delay(delay);
	}

	/**
	 * Let something happen to the next call of a kind.
	 * @param call the call's name on the wire, such as {@code write}
	 * @param mishap what happens to it
	 */
	public void next(String call, Mishap mishap) {
		this.calls.next(Operation.named(call), mishap);
	}

	/**
	 * Let something happen to every call until {@link #recover()}.
	 * @param mishap what happens
	 */
	public void every(Mishap mishap) {
		this.calls.every(mishap);
	}

	/** Serve all calls as they should be again, without a delay. */
	public void recover() {
		this.calls.recover();
	}

	/**
	 * Return how many calls of a kind have come, whatever became of them.
	 * @param call the call's name on the wire, such as {@code write}
	 * @return the number since this object was made
	 */
	public int received(String call) {
		return this.calls.received(Operation.named(call));
	}

	/**
	 * Say whether the server has written its counters to disk when it ends. The real one
	 * does so every 300 s. After an end without it a lookup by key misses documents that
	 * a query still finds, and statistics start from nothing.
	 * @param flushed whether it has; {@code true} unless said otherwise
	 */
	public void flushed(boolean flushed) {
		this.flushed = flushed;
	}

}
