package io.quiver.store.seekdb.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that is going to be killed and started again. It lies below the
 * range from which the system takes the ports of outgoing connections, so that none of
 * them takes it meanwhile.
 *
 * @author Quiver
 */
final class FreePort {

	private static final int ATTEMPTS = 100;

	private FreePort() {
	}

	static int next() {
		for (int i = 0; i < ATTEMPTS; i++) {
			int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			try (ServerSocket socket = new ServerSocket(port)) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Taken: the next one.
			}
		}
		throw new IllegalStateException("No free port between 20000 and 32000");
	}

}
