package io.quiver.store.contract.fault;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * What a client of a line server needs to know.
 *
 * @param password the password
 * @param tls whom the client trusts, or {@code null} for a plain connection
 * @author Quiver
 */
record LineSettings(String password, @Nullable SSLContext tls) {

	@Override
	public String toString() {
		return "LineSettings[tls=" + (this.tls != null) + "]";
	}

}
