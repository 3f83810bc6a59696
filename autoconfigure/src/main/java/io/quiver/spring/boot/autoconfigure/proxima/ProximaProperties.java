package io.quiver.spring.boot.autoconfigure.proxima;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of a store in Proxima BE, below {@code quiver.stores.<name>.proxima}.
 *
 * @param host Name or address of the server.
 * @param port Port of the server. By default, 16000 over gRPC and 16001 over HTTP.
 * @param protocol How the server is spoken with. HTTP keeps six digits of a number, and
 * not every string.
 * @param versionCheck Whether a server of another version is refused at the first call.
 * @param keepAlive After what time without an answer a connection in use is tested, at
 * least 10s, or 0 for never. Only over gRPC.
 * @param maxMessageSize Largest answer of the server, and the window for what is under
 * way; the server breaks off what does not fit. Only over gRPC.
 * @author Quiver
 * @since 0.1
 */
public record ProximaProperties(@DefaultValue("localhost") String host, @Nullable Integer port,
		@DefaultValue("grpc") Protocol protocol, @DefaultValue("true") boolean versionCheck,
		@DefaultValue("30s") Duration keepAlive, @DefaultValue("128MB") DataSize maxMessageSize) {

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

	/**
	 * How the server is spoken with.
	 */
	public enum Protocol {

		/** Over gRPC. */
		GRPC,
		/** Over HTTP, with JSON. */
		HTTP

	}

}
