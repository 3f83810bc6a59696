package io.quiver.store.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Turns the name of a collection into the name of its directory and back. Only characters
 * that mean nothing to any file system stay as they are, capital letters do not: two
 * names are never one directory, and no name leaves its parent.
 *
 * @author Quiver
 */
final class CollectionName {

	private static final String PREFIX = "c-";

	private static final int MAX_LENGTH = 240;

	private CollectionName() {
	}

	static @Nullable String objection(String name) {
		if (name.isBlank()) {
			return "needs a collection name that is not blank";
		}
		if (name.startsWith(".") || name.chars().anyMatch((c) -> c == '/' || c == '\\' || Character.isISOControl(c))) {
			return "takes no collection name that begins with '.' or has '/', '\\' or control characters in it, such as '%s'"
				.formatted(name.replaceAll("\\p{Cntrl}", "?"));
		}
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
			return "takes no collection name with half a character in it";
		}
		if (toDirectory(name).length() > MAX_LENGTH) {
			return "takes collection names of at most %d lower-case letters (others count threefold), but one is %d long: '%s...'"
				.formatted(MAX_LENGTH - PREFIX.length(), name.length(), name.substring(0, 20));
		}
		return null;
	}

	static String toDirectory(String name) {
		StringBuilder directory = new StringBuilder(PREFIX);
		for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
			if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_') {
				directory.append((char) b);
			}
			else {
				directory.append('=').append(HexFormat.of().toHexDigits(b));
			}
		}
		return directory.toString();
	}

	/**
	 * Return the name that a directory stands for.
	 * @param directory the directory's own name
	 * @return the collection's name, or {@code null} if no collection is kept there
	 */
	static @Nullable String ofDirectory(String directory) {
		if (!directory.startsWith(PREFIX)) {
			return null;
		}
		ByteArrayOutputStream name = new ByteArrayOutputStream();
		for (int i = PREFIX.length(); i < directory.length(); i++) {
			char c = directory.charAt(i);
			if (c == '=' && i + 2 < directory.length() && HexFormat.isHexDigit(directory.charAt(i + 1))
					&& HexFormat.isHexDigit(directory.charAt(i + 2))) {
				name.write(HexFormat.fromHexDigits(directory, i + 1, i + 3));
				i += 2;
			}
			else {
				name.write(c);
			}
		}
		String result = name.toString(StandardCharsets.UTF_8);
		return toDirectory(result).equals(directory) ? result : null;
	}

}
