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

	/**
	 * The driver of those tests that all hold with another than MariaDB's, by the scheme
	 * of its URL: {@code mysql} unless {@code test.seekdb.driver} is another.
	 */
	private static final String OTHER_DRIVER = System.getProperty("test.seekdb.driver", "mysql");

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

	static SeekdbPool otherPool(InetSocketAddress address) {
		return SeekdbPool
			.of("jdbc:%s://%s:%d/test".formatted(OTHER_DRIVER, address.getAddress().getHostAddress(),
					address.getPort()))
			.withCredentials("root", "")
			.withSize(4, 0);
	}

	static SeekdbClient client(SeekdbServer server) {
		return SeekdbClient.builder(pool(server)).build();
	}

}
