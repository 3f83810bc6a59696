package io.quiver.store.contract.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * A client's connection to the proxy and the proxy's to the server: one thread for each
 * direction, and either side's end is the end of both.
 *
 * @author Quiver
 */
final class Link {

	private final FaultProxy proxy;

	private final Socket client;

	private final Socket server = new Socket();

	private volatile boolean closed;

	Link(FaultProxy proxy, Socket client) {
		this.proxy = proxy;
		this.client = client;
	}

	void start(String name) {
		FaultProxy.thread(name + "-requests", () -> run(() -> {
			connect();
			FaultProxy.thread(name + "-answers", () -> run(() -> pump(this.server.getInputStream(), this::answer)));
			pump(this.client.getInputStream(), this::request);
		}));
	}

	private void connect() throws IOException {
		try {
			this.client.setTcpNoDelay(true);
			this.server.setTcpNoDelay(true);
			this.server.connect(this.proxy.server());
		}
		catch (IOException ex) {
			reset();
			throw ex;
		}
	}

	private void run(Direction direction) {
		try {
			direction.run();
		}
		catch (IOException ex) {
			// One of the two sides is gone, which is what the other one learns.
		}
		finally {
			close();
		}
	}

	private void pump(InputStream in, Forward forward) throws IOException {
		byte[] buffer = new byte[16 * 1024];
		int count = in.read(buffer);
		while (count >= 0) {
			forward.pass(buffer, count);
			count = in.read(buffer);
		}
	}

	void request(byte[] bytes, int count) throws IOException {
		this.proxy.fault().request(this, bytes, count);
	}

	void answer(byte[] bytes, int count) throws IOException {
		this.proxy.fault().answer(this, bytes, count);
	}

	void toServer(byte[] bytes, int count) throws IOException {
		this.proxy.countRequest(count);
		this.server.getOutputStream().write(bytes, 0, count);
	}

	void toClient(byte[] bytes, int offset, int count) throws IOException {
		this.proxy.countAnswer(count);
		this.client.getOutputStream().write(bytes, offset, count);
	}

	/** A fault that comes once has come. */
	void healed(Fault fault) {
		this.proxy.heal(fault);
	}

	void awaitEnd(Fault fault) throws IOException {
		this.proxy.awaitEnd(fault, this, null);
	}

	void awaitEnd(Fault fault, Duration atMost) throws IOException {
		this.proxy.awaitEnd(fault, this, atMost);
	}

	boolean isClosed() {
		return this.closed;
	}

	/** Ends the client's connection with RST instead of FIN. */
	void reset() {
		try {
			this.client.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// It is closed already.
		}
		close();
	}

	void close() {
		this.closed = true;
		close(this.client);
		close(this.server);
		this.proxy.closed(this);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is gone anyway.
		}
	}

	private interface Direction {

		void run() throws IOException;

	}

	private interface Forward {

		void pass(byte[] bytes, int count) throws IOException;

	}

}
