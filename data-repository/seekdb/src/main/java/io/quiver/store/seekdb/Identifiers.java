package io.quiver.store.seekdb;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What the server takes for a name, and how it is written.
 *
 * @author Quiver
 */
final class Identifiers {

	/** Of columns; those of tables and indexes are shorter, which their owners check. */
	private static final int MAX_LENGTH = 128;

	private static final char QUOTE = '`';

	private Identifiers() {
	}

	/**
	 * Write a name in quotes.
	 */
	static void quote(String name, StringBuilder target) {
		check(name, MAX_LENGTH);
		target.append(QUOTE).append((name.indexOf(QUOTE) < 0) ? name : name.replace("`", "``")).append(QUOTE);
	}

	/**
	 * Refuse what is no name: nothing at all, more characters than there may be, a blank
	 * at the end, a NUL, or half a character.
	 * @param maxLength how many characters there may be
	 */
	static void check(String name, int maxLength) {
		if (name.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("A name in seekdb must not be empty");
		}
		if (name.length() > maxLength && name.codePointCount(0, name.length()) > maxLength) {
			throw refused(name, "has more than " + maxLength + " characters");
		}
		if (Character.isWhitespace(name.charAt(name.length() - 1))) {
			throw refused(name, "ends with a blank");
		}
		if (name.indexOf('\0') >= 0) {
			throw refused(name, "holds the character NUL");
		}
		if (HalfCharacter.in(name) >= 0) {
			throw refused(name, "holds half a character");
		}
	}

	private static InvalidDataAccessApiUsageException refused(String name, String why) {
		return new InvalidDataAccessApiUsageException(
				"'%s' is no name that seekdb takes: it %s; choose another".formatted(name, why));
	}

}
