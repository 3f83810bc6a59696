package io.quiver.spring.boot.autoconfigure.proxima;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;

import io.quiver.spring.boot.autoconfigure.policy.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.unit.DataSize;

/**
 * Judges the properties of Proxima BE.
 *
 * @param prefix the name of the group
 * @author Quiver
 */
record ProximaPropertiesCheck(String prefix) {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[?[\\p{XDigit}:.]+(%\\w+)?]?");

	private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(10);

	private static final DataSize SMALLEST_MESSAGE = DataSize.ofMegabytes(1);

	private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(2047);

	void check(ProximaProperties properties) {
		if (!isHost(properties.host())) {
			// Not repeated: what is no name may have a password in it.
			throw new FailureAnalyzedException("'%s.host' is neither a name nor an address.".formatted(this.prefix),
					"Set it to a name such as proxima.example.com, without scheme and underscores, and the port in '%s.port'."
						.formatted(this.prefix));
		}
		Integer port = properties.port();
		refuse(port != null && (port < 1 || port > 65535), "port", port, "It must be between 1 and 65535.");
		Duration keepAlive = properties.keepAlive();
		refuse(!keepAlive.isZero() && keepAlive.compareTo(SHORTEST_KEEP_ALIVE) < 0, "keep-alive",
				Durations.print(keepAlive), "It must be at least 10s, or 0 for never.");
		DataSize size = properties.maxMessageSize();
		refuse(size.compareTo(SMALLEST_MESSAGE) < 0 || size.compareTo(LARGEST_MESSAGE) > 0, "max-message-size", size,
				"It must be between 1MB and 2047MB.");
	}

	/**
	 * The clients put it into a URI, whose parser says what they take; but that would
	 * find a host in what has a path too.
	 */
	private static boolean isHost(String host) {
		try {
			return HOST.matcher(host).matches() && new URI("http", null, host, 1, null, null, null).getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private void refuse(boolean refused, String name, @Nullable Object value, String reason) {
		if (refused) {
			throw new InvalidConfigurationPropertyValueException(this.prefix + "." + name, value, reason);
		}
	}

}
