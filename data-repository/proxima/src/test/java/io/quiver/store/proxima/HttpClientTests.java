package io.quiver.store.proxima;

import io.quiver.store.proxima.server.ProximaServer;

/**
 * The client over HTTP.
 *
 * @author Quiver
 */
class HttpClientTests extends ProximaClientContract {

	@Override
	ProximaClient.Builder builder(ProximaServer server) {
		return Clients.http(server.httpAddress());
	}

}
