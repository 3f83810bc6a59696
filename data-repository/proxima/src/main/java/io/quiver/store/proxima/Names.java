package io.quiver.store.proxima;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * What names and keys may be. The server takes more, and makes paths of collection names,
 * two columns of a name with a comma, one column of two of a name, and nothing that can
 * be found of the greatest key.
 *
 * @author Quiver
 */
final class Names {

	private static final long NO_KEY = -1;

	private Names() {
	}

	static String collection(String name) {
		Assert.notNull(name, "'collection' must not be null");
		if (!isCollection(name)) {
			throw new InvalidDataAccessApiUsageException(
					"Collection name '%s' is not allowed: use letters, digits, '_', '-' and, within, single '.'"
						.formatted(printable(name)));
		}
		return name;
	}

	/**
	 * Return whether a name is one of files, and needs no escape in a path.
	 */
	static boolean isCollection(String name) {
		return !name.isEmpty() && !name.startsWith(".") && !name.contains("..") && isPlain(name);
	}

	static String forwardColumn(String name) {
		if (name.indexOf(',') >= 0) {
			throw new InvalidDataAccessApiUsageException(
					"Forward column name '%s' is not allowed: the server would make two columns of it"
						.formatted(printable(name)));
		}
		return column(name);
	}

	static String column(String name) {
		if (!StringUtils.hasText(name)) {
			throw new InvalidDataAccessApiUsageException("A column must have a name");
		}
		return name;
	}

	/**
	 * Refuse two columns of one kind that have one name.
	 * @param kind what to call the columns in messages
	 * @param columns the columns
	 * @param name tells the name of each
	 */
	static <C> void distinct(String kind, List<C> columns, Function<C, String> name) {
		Set<String> names = new HashSet<>();
		for (C column : columns) {
			if (!names.add(name.apply(column))) {
				throw new InvalidDataAccessApiUsageException(
						"There are two %s columns '%s'; each needs a name of its own".formatted(kind,
								printable(name.apply(column))));
			}
		}
	}

	static long key(long key) {
		if (key == NO_KEY) {
			throw new InvalidDataAccessApiUsageException(
					"Key -1, which is 2^64-1, is not allowed: the server would not find it again");
		}
		return key;
	}

	private static boolean isPlain(String name) {
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
					|| c == '-' || c == '.';
			if (!plain) {
				return false;
			}
		}
		return true;
	}

	static String printable(String name) {
		return name.replaceAll("\\p{Cntrl}", "?");
	}

}
