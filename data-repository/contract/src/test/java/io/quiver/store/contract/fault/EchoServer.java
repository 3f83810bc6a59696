package io.quiver.store.contract.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Answers with what it is sent.
 *
 * @author Quiver
 */
final class EchoServer implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	EchoServer() throws IOException {
		FaultProxy.thread("echo", () -> {
			try {
				while (true) {
					Socket socket = this.listener.accept();
					FaultProxy.thread("echo-connection", () -> echo(socket));
				}
			}
			catch (IOException ex) {
				// Closed
			}
		});
	}

	private static void echo(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			socket.getInputStream().transferTo(socket.getOutputStream());
		}
		catch (IOException ex) {
			// The client is gone
		}
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.listener.getLocalSocketAddress();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

}
