package io.quiver.store.proxima.server;

import java.net.InetSocketAddress;

import io.quiver.store.contract.fault.TestServer;

/**
 * A server as those see it who come by HTTP.
 *
 * @author Quiver
 */
final class OverHttp implements TestServer {

	private final ProximaServer server;

	OverHttp(ProximaServer server) {
		this.server = server;
	}

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
