package io.quiver.spring.boot.autoconfigure.kind;

/**
 * Where a connection leads, without anything secret: no user, path or parameter. With a
 * {@code @} where the path or the parameters should be, it is a password that was not
 * escaped, and where it begins nobody knows: nothing of that is shown.
 *
 * @param scheme what stands before the host, such as {@code http://}, possibly nothing
 * @param host the name or literal address
 * @param port what follows, such as {@code :8080}, possibly nothing
 * @param hasUserInfo whether a user stood before the host
 * @author Quiver
 */
record Address(String scheme, String host, String port, boolean hasUserInfo) {

	private static final String SCHEME_END = "://";

	/**
	 * Read an address. Not by {@link java.net.URI}, whose errors repeat the whole of it,
	 * and which does not look into {@code jdbc:}.
	 */
	static Address of(String address) {
		int schemeEnd = address.indexOf(SCHEME_END);
		int begin = (schemeEnd < 0) ? 0 : schemeEnd + SCHEME_END.length();
		int end = end(address, begin);
		if (address.indexOf('@', end) >= 0) {
			return new Address(address.substring(0, begin), "******", "", true);
		}
		String authority = address.substring(begin, end);
		int at = authority.lastIndexOf('@');
		String hostAndPort = authority.substring(at + 1);
		int colon = portAt(hostAndPort);
		return new Address(address.substring(0, begin), hostAndPort.substring(0, colon), hostAndPort.substring(colon),
				at >= 0);
	}

	private static int end(String address, int begin) {
		for (int i = begin; i < address.length(); i++) {
			if ("/?#;".indexOf(address.charAt(i)) >= 0) {
				return i;
			}
		}
		return address.length();
	}

	/**
	 * A literal address of version 6 without brackets has colons of its own, and no port.
	 */
	private static int portAt(String hostAndPort) {
		if (hostAndPort.startsWith("[")) {
			return hostAndPort.indexOf(']') + 1;
		}
		int colon = hostAndPort.indexOf(':');
		return (colon >= 0 && colon == hostAndPort.lastIndexOf(':')) ? colon : hostAndPort.length();
	}

	boolean isLoopback() {
		return Loopback.is(this.host);
	}

	@Override
	public String toString() {
		return "'" + this.scheme + this.host + this.port + "'";
	}

}
