package io.quiver.store.proxima;

import java.net.InetSocketAddress;

import io.quiver.store.contract.fault.TestServer;
import io.quiver.store.proxima.server.ProximaServer;

/**
 * A server whose address is that of its HTTP door.
 *
 * @param server the server
 * @author Quiver
 */
record HttpDoor(ProximaServer server) implements TestServer {

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public boolean ready() {
		return this.server.ready();
	}

	@Override
	public void kill() {
		this.server.kill();
	}

	@Override
	public InetSocketAddress address() {
		return this.server.httpAddress();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
