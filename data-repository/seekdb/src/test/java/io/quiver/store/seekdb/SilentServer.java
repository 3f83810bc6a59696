package io.quiver.store.seekdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A server that takes connections and never says a word.
 *
 * @author Quiver
 */
final class SilentServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

	SilentServer() {
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::run, "silent-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void run() {
		try {
			while (true) {
				this.accepted.add(this.socket.accept());
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	String url() {
		return "jdbc:mariadb://127.0.0.1:" + this.socket.getLocalPort() + "/test";
	}

	int connections() {
		return this.accepted.size();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
			for (Socket each : this.accepted) {
				each.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
