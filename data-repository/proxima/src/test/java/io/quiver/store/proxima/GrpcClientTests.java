package io.quiver.store.proxima;

import io.quiver.store.proxima.server.ProximaServer;

/**
 * The client over gRPC.
 *
 * @author Quiver
 */
class GrpcClientTests extends ProximaClientContract {

	@Override
	ProximaClient.Builder builder(ProximaServer server) {
		return Clients.grpc(server.address());
	}

}
