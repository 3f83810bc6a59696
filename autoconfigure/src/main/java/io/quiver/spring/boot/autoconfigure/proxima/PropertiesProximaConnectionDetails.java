package io.quiver.spring.boot.autoconfigure.proxima;

import java.util.Objects;

/**
 * Where the properties say that the server is.
 *
 * @param properties the properties
 * @author Quiver
 */
record PropertiesProximaConnectionDetails(ProximaProperties properties) implements ProximaConnectionDetails {

	@Override
	public String getHost() {
		return this.properties.host();
	}

	@Override
	public int getGrpcPort() {
		return Objects.requireNonNullElse(this.properties.port(), GRPC_PORT);
	}

	@Override
	public int getHttpPort() {
		return Objects.requireNonNullElse(this.properties.port(), HTTP_PORT);
	}

}
