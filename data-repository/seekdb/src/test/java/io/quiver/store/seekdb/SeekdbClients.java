package io.quiver.store.seekdb;

import java.net.InetSocketAddress;
import java.time.Duration;

import io.quiver.store.seekdb.server.SeekdbServer;

/**
 * Makes clients of a server as an application would.
 *
 * @author Quiver
 */
final class SeekdbClients {

	private SeekdbClients() {
	}

	static SeekdbPool pool(SeekdbServer server) {
		return pool(server.address());
	}

	static SeekdbPool pool(InetSocketAddress address) {
		return SeekdbPool
			.of("jdbc:mariadb://%s:%d/test".formatted(address.getAddress().getHostAddress(), address.getPort()))
			.withCredentials("root", "")
			.withSize(4, 0)
			.withConnectTimeout(Duration.ofSeconds(10));
	}

	static SeekdbClient client(SeekdbServer server) {
		return SeekdbClient.builder(pool(server)).build();
	}

}
