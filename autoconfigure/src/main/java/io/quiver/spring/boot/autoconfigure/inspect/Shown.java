package io.quiver.spring.boot.autoconfigure.inspect;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a value: plain types only, and of addresses neither the user nor
 * the parameters. Stores leave these out themselves; this is for those that forget it,
 * and for the messages of drivers.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Shown {

	private static final String MASK = "******";

	private static final int LONGEST = 500;

	/** Greedy, since a password may have a {@code @} or a slash that is not escaped. */
	private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^\\s\"'<>]*@");

	private static final Pattern PARAMETERS = Pattern.compile("(?<=://)([^\\s\"'<>?]*)\\?[^\\s\"'<>]*");

	private Shown() {
	}

	/**
	 * Return a text without the credentials of the addresses in it.
	 * @param text the text
	 * @return what may be shown
	 */
	public static String text(String text) {
		String anonymous = USER_INFO.matcher(text).replaceAll(MASK + "@");
		return PARAMETERS.matcher(anonymous).replaceAll("$1?" + MASK);
	}

	/**
	 * Return a failure as one line.
	 * @param failure the failure
	 * @return its class and the first line of its message
	 */
	public static String cause(Throwable failure) {
		String message = Objects.requireNonNullElse(failure.getMessage(), "").strip();
		String line = text(message.lines().findFirst().orElse("").strip());
		String shown = (line.length() > LONGEST) ? line.substring(0, LONGEST) + "..." : line;
		return (shown.isEmpty()) ? failure.getClass().getName() : failure.getClass().getName() + ": " + shown;
	}

	/**
	 * Return a failure with all that led to it.
	 * @param failure the failure
	 * @return its stack trace
	 */
	public static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return text(trace.toString());
	}

	/**
	 * Return details as they may be shown, without those that have no value.
	 * @param details the details by name
	 * @return the details in the same order
	 */
	public static Map<String, Object> details(Map<?, ?> details) {
		Map<String, Object> shown = new LinkedHashMap<>();
		details.forEach((name, value) -> {
			if (value != null) {
				shown.put(String.valueOf(name), value(value));
			}
		});
		return shown;
	}

	private static Object value(@Nullable Object value) {
		if (value instanceof Number || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Map<?, ?> map) {
			return details(map);
		}
		if (value instanceof Collection<?> collection) {
			return collection.stream().map(Shown::value).toList();
		}
		return text(String.valueOf(value));
	}

}
