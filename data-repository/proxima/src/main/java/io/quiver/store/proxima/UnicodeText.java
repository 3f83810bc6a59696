package io.quiver.store.proxima;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Strings as UTF-8, which every string on the wire is. Half of a surrogate pair has no
 * form there, and would be stored as a question mark.
 *
 * @author Quiver
 */
final class UnicodeText {

	private UnicodeText() {
	}

	/**
	 * Check a value if it is a string.
	 * @throws InvalidDataAccessApiUsageException if it has no form in UTF-8
	 */
	static void check(String column, @Nullable Object value) {
		if (value instanceof String text) {
			check(column, text);
		}
	}

	/**
	 * Check a string.
	 * @return the string
	 * @throws InvalidDataAccessApiUsageException if it has no form in UTF-8
	 */
	static String check(String column, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i)) && !isPaired(text, i)) {
				throw new InvalidDataAccessApiUsageException(
						"Column '%s' cannot hold a string with half of a surrogate pair, as at index %d: strings are sent as UTF-8, which has no form of it; store such text as bytes"
							.formatted(column, i));
			}
		}
		return text;
	}

	private static boolean isPaired(String text, int i) {
		return (Character.isHighSurrogate(text.charAt(i)))
				? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
				: i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
	}

}
