package io.quiver.spring.boot.autoconfigure.proxima;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;

/**
 * Where a server of Proxima BE is.
 *
 * @author Quiver
 * @since 0.1
 */
public interface ProximaConnectionDetails extends StoreConnectionDetails {

	/** The port of gRPC unless it is said otherwise. */
	int GRPC_PORT = 16000;

	/** The port of HTTP unless it is said otherwise. */
	int HTTP_PORT = 16001;

	/**
	 * Return the name or address of the server.
	 * @return the host
	 */
	String getHost();

	/**
	 * Return the port for gRPC.
	 * @return the port
	 */
	default int getGrpcPort() {
		return GRPC_PORT;
	}

	/**
	 * Return the port for HTTP.
	 * @return the port
	 */
	default int getHttpPort() {
		return HTTP_PORT;
	}

}
