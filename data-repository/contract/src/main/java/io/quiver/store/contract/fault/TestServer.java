package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;

/**
 * A server that tests start, on a free port of the loopback interface. It keeps its
 * address for life, through {@link #kill()} and {@link #restart()}.
 *
 * @author Quiver
 * @since 0.1
 */
public interface TestServer extends AutoCloseable {

	/**
	 * Start the server and wait until it is {@link #ready()}. Does nothing if it runs.
	 * @throws IllegalStateException if it cannot be started or is not ready in time; the
	 * message ends with what the server said last
	 */
	void start();

	/**
	 * Return whether the server answers calls: not only that its port is open, but that a
	 * client would be served.
	 * @return {@code true} if it does
	 */
	boolean ready();

	/**
	 * End the server as a power cut would, without a chance to write or to say goodbye.
	 * Does nothing if it does not run.
	 */
	void kill();

	/**
	 * Kill the server if it runs, and start it again with the data that it has kept.
	 */
	default void restart() {
		kill();
		start();
	}

	/**
	 * Return where the server listens, or will listen once started.
	 * @return the address, the same for the whole life of this object
	 */
	InetSocketAddress address();

	/**
	 * Stop the server and delete what it has written. Doing so twice does nothing.
	 */
	@Override
	void close();

}
