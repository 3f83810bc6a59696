package io.quiver.spring.boot.autoconfigure.kind;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Sees to it that credentials do not travel in the open. Every remote kind asks it once
 * for each address, before it connects.
 *
 * @param prefix the name of the store's properties, such as {@code quiver.stores.catalog}
 * @param tlsRequired whether an open connection to another machine is an error, with
 * credentials or without
 * @author Quiver
 * @since 0.1
 */
public record TransportSecurity(String prefix, boolean tlsRequired) {

	private static final Log logger = LogFactory.getLog(TransportSecurity.class);

	/**
	 * Judge a connection. Looks no name up.
	 * @param address where it leads, as a URL or as host and port
	 * @param encrypted whether it is encrypted
	 * @param credentials whether credentials are sent over it
	 * @throws FailureAnalyzedException if it would have to be encrypted
	 */
	public void check(String address, boolean encrypted, boolean credentials) {
		Address target = Address.of(address);
		if (encrypted || target.isLoopback()) {
			return;
		}
		if (this.tlsRequired) {
			throw new FailureAnalyzedException(
					"'%s.require-tls' is set, but the connection to %s is not encrypted.".formatted(this.prefix,
							target),
					"Set '%s.ssl.bundle', or '%s.ssl.enabled' to true where the server's certificate is one that Java trusts."
						.formatted(this.prefix, this.prefix));
		}
		if (credentials || target.hasUserInfo()) {
			logger.warn("The credentials of '%s' are sent to %s over a connection that is not encrypted. "
				.formatted(this.prefix, target)
					+ "Set '%s.ssl.enabled', and '%s.require-tls' so that this never happens.".formatted(this.prefix,
							this.prefix));
		}
	}

}
