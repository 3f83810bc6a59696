package io.quiver.store.seekdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Tells the pool the socket of the connection that it is making, since no driver gives it
 * away and closing it is the only way to end a call that hangs. The drivers of MariaDB
 * and of OceanBase make an instance from the name of this class, which is why it is
 * public; there is nothing for applications in it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbSocketFactory extends SocketFactory {

	/** Set while a thread connects: the driver leaves no other way to say whose it is. */
	private static final ThreadLocal<@Nullable Consumer<Socket>> CONNECTING = new ThreadLocal<>();

	/**
	 * Create a factory, as the driver does for each connection.
	 */
	public SeekdbSocketFactory() {
	}

	/**
	 * Say where to the sockets go that this thread makes, until the result is closed.
	 */
	static Capture capture(Consumer<Socket> consumer) {
		CONNECTING.set(consumer);
		return CONNECTING::remove;
	}

	private static <S extends Socket> S told(S socket) {
		Consumer<Socket> consumer = CONNECTING.get();
		if (consumer != null) {
			consumer.accept(socket);
		}
		return socket;
	}

	@Override
	public Socket createSocket() throws IOException {
		return told(SocketFactory.getDefault().createSocket());
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return told(SocketFactory.getDefault().createSocket(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return told(SocketFactory.getDefault().createSocket(host, port, localHost, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return told(SocketFactory.getDefault().createSocket(host, port));
	}

	@Override
	public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
			throws IOException {
		return told(SocketFactory.getDefault().createSocket(address, port, localAddress, localPort));
	}

	/**
	 * Ends with the connecting.
	 */
	@FunctionalInterface
	interface Capture extends AutoCloseable {

		@Override
		void close();

	}

}
