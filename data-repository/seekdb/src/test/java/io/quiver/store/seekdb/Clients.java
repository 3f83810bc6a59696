package io.quiver.store.seekdb;

import io.quiver.store.seekdb.server.SeekdbServer;

/**
 * Clients of the server that tests have.
 *
 * @author Quiver
 */
final class Clients {

	private Clients() {
	}

	static SeekdbClient of(SeekdbServer server) {
		return SeekdbClient.builder(SeekdbPool.of(server.url()).withCredentials("root", null)).build();
	}

}
