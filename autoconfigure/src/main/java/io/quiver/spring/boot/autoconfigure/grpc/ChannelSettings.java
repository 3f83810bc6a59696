package io.quiver.spring.boot.autoconfigure.grpc;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * What a store asks of its channel.
 *
 * @param host the name or address of the server
 * @param port its port
 * @param keepAlive after what time without an answer a connection in use is tested, zero
 * for never
 * @param maxMessageSize the largest answer, below 2 GB
 * @author Quiver
 * @since 0.1
 */
public record ChannelSettings(String host, int port, Duration keepAlive, DataSize maxMessageSize) {

	/** How long the answer to a test may take. */
	static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * As usual for gRPC. Boot's own 20 s would connect anew for every call of a quiet
	 * application.
	 */
	static final Duration IDLE_TIMEOUT = Duration.ofMinutes(30);

	/**
	 * The addresses of one name lead to one server, of which some may be out of order.
	 */
	static final String LOAD_BALANCING = "pick_first";

	/**
	 * Return the target as gRPC wants it, where the brackets of an address of version 6
	 * are no part of a path.
	 */
	String target() {
		String bare = this.host.replaceAll("[\\[\\]]", "");
		return "dns:///" + ((bare.indexOf(':') >= 0) ? "%5B" + bare + "%5D" : bare) + ":" + this.port;
	}

}
