package io.quiver.store.proxima;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The version of the server that this client speaks with.
 *
 * @author Quiver
 */
final class ServerVersion {

	static final String SPOKEN = "0.2";

	private ServerVersion() {
	}

	/**
	 * Compare the first two parts of the server's version with ours.
	 */
	static void check(String version, String address) {
		if (!version.equals(SPOKEN) && !version.startsWith(SPOKEN + ".")) {
			throw new NonTransientDataAccessResourceException(
					"Proxima BE%s is of version '%s', and this client speaks with %s; use a server of that version, or set 'quiver.stores.<name>.proxima.version-check' to false to try nevertheless"
						.formatted((address.isEmpty()) ? "" : " at " + address, version, SPOKEN));
		}
	}

}
