package io.quiver.spring.boot.autoconfigure.kind;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the addresses of this machine that no packet leaves. Literal ones and
 * {@code localhost} only: what a name means today may be another machine tomorrow, and to
 * ask would be a look-up while the application starts.
 *
 * @author Quiver
 */
final class Loopback {

	private static final Pattern VERSION_4 = Pattern.compile("127(\\.\\d{1,3}){3}");

	private Loopback() {
	}

	static boolean is(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.indexOf(':') < 0) {
			return name.equals("localhost") || VERSION_4.matcher(name).matches();
		}
		try {
			// In brackets it is never looked up.
			return InetAddress.getByName(name.startsWith("[") ? name : "[" + name + "]").isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
