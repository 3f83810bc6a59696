package io.quiver.store.contract.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocketFactory;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A small key-value server: one line is a request, one line its answer. What it has
 * stored survives its end; a connection must give the password first.
 *
 * @author Quiver
 */
final class LineServer implements TestServer {

	private final Map<String, String> values = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final LineSettings settings;

	private final @Nullable LineTls tls;

	private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

	private volatile @Nullable ServerSocket listener;

	LineServer(String password, @Nullable LineTls tls) {
		this.tls = tls;
		this.settings = new LineSettings(password, (tls != null) ? tls.client() : null);
	}

	/** What clients need to know to be served. */
	LineSettings settings() {
		return this.settings;
	}

	@Override
	public synchronized void start() {
		if (this.listener != null) {
			return;
		}
		try {
			ServerSocket opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(this.address);
			this.address = (InetSocketAddress) opened.getLocalSocketAddress();
			this.listener = opened;
			FaultProxy.thread("line-server", () -> accept(opened));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot listen at " + this.address, ex);
		}
	}

	@Override
	public boolean ready() {
		try (LineSession session = new LineSession(address(), this.settings, Duration.ofSeconds(5))) {
			return session.open(Deadline.none()).ask("PING", Deadline.none()).equals("OK");
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	@Override
	public synchronized void kill() {
		try {
			ServerSocket opened = this.listener;
			this.listener = null;
			if (opened != null) {
				opened.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.connections.forEach(LineServer::reset);
	}

	private static void reset(Socket connection) {
		try (connection) {
			connection.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// It has just ended by itself.
		}
	}

	@Override
	public InetSocketAddress address() {
		return this.address;
	}

	@Override
	public void close() {
		kill();
		this.values.clear();
	}

	/** How many requests of a kind have reached the server. */
	int received(String command) {
		return this.received.computeIfAbsent(command, (key) -> new AtomicInteger()).get();
	}

	private void accept(ServerSocket listener) {
		try {
			while (true) {
				Socket connection = listener.accept();
				this.connections.add(connection);
				if (this.listener != listener) {
					connection.close();
				}
				FaultProxy.thread("line-connection", () -> serve(connection));
			}
		}
		catch (IOException ex) {
			// The listener is closed, which is how it ends.
		}
	}

	private void serve(Socket connection) {
		try (Socket socket = secured(connection)) {
			InputStream in = new BufferedInputStream(socket.getInputStream());
			boolean known = false;
			String request = line(in);
			while (request != null) {
				String answer = answer(request.split(" ", 3), known);
				known |= request.startsWith("AUTH ") && answer.equals("OK");
				socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.ISO_8859_1));
				request = line(in);
			}
		}
		catch (IOException ex) {
			// The client is gone.
		}
		finally {
			this.connections.remove(connection);
		}
	}

	/** A line that ends without its end was cut off and is no request. */
	private static @Nullable String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int next = in.read();
		while (next >= 0 && next != '\n') {
			line.write(next);
			next = in.read();
		}
		return (next < 0) ? null : line.toString(StandardCharsets.ISO_8859_1);
	}

	private Socket secured(Socket connection) throws IOException {
		connection.setTcpNoDelay(true);
		if (this.tls == null) {
			return connection;
		}
		SSLSocketFactory factory = this.tls.server().getSocketFactory();
		return factory.createSocket(connection, null, true);
	}

	private String answer(String[] words, boolean known) {
		this.received.computeIfAbsent(words[0], (key) -> new AtomicInteger()).incrementAndGet();
		if (words[0].equals("AUTH")) {
			return (words[1].equals(this.settings.password())) ? "OK" : "DENIED";
		}
		if (!known) {
			return "DENIED";
		}
		return switch (words[0]) {
			case "PING" -> "OK";
			case "GET" -> (this.values.containsKey(words[1])) ? "VALUE " + this.values.get(words[1]) : "NONE";
			case "PUT" -> {
				this.values.put(words[1], words[2]);
				yield "OK";
			}
			case "INCR" ->
				"VALUE " + this.values.merge(words[1], "1", (value, one) -> String.valueOf(Long.parseLong(value) + 1));
			default -> "WRONG " + words[0] + " is no command";
		};
	}

}
