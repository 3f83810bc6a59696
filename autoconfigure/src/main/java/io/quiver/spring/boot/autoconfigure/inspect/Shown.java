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
 * What may be shown of a value: plain types only, no secret, and of addresses neither the
 * user nor the parameters. Stores leave these out themselves; this is for those that
 * forget it, and for the messages of drivers.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Shown {

	private static final int LONGEST = 500;

	/**
	 * Greedy, since a password may have a {@code @} or a slash that is not escaped. There
	 * may be no scheme, as in {@code ann:secret@localhost:6667}.
	 */
	private static final Pattern USER_INFO = Pattern
		.compile("(?<=://)[^\\s\"'<>]*@|(?<![^\\s\"'<>])[^\\s\"'<>:/@]+:(?!([\\w+.-]+:)*//)[^\\s\"'<>]*@");

	private static final Pattern PARAMETERS = Pattern.compile("(?<=://)([^\\s\"'<>?]*)\\?[^\\s\"'<>]*");

	private final Secrets secrets;

	/**
	 * Create the view.
	 * @param secrets what must not be shown
	 */
	public Shown(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Return a text without the credentials of the addresses in it.
	 * @param text the text
	 * @return what may be shown, as long as no secret stands in it outside of an address
	 */
	public static String addresses(String text) {
		String anonymous = USER_INFO.matcher(text).replaceAll(Secrets.MASK + "@");
		return PARAMETERS.matcher(anonymous).replaceAll("$1?" + Secrets.MASK);
	}

	/**
	 * Return a text without secrets, and without the credentials of the addresses in it.
	 * @param text the text
	 * @return what may be shown
	 */
	public String text(String text) {
		return this.secrets.mask(addresses(text));
	}

	/**
	 * Return a failure as one line.
	 * @param failure the failure
	 * @return its class and the first line of its message
	 */
	public String cause(Throwable failure) {
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
	public String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return text(trace.toString());
	}

	/**
	 * Return details as they may be shown, without those that have no value.
	 * @param details the details by name
	 * @return the details in the same order
	 */
	public Map<String, Object> details(Map<?, ?> details) {
		Map<String, Object> shown = new LinkedHashMap<>();
		details.forEach((name, value) -> {
			if (value != null) {
				shown.put(String.valueOf(name), value(value));
			}
		});
		return shown;
	}

	private Object value(@Nullable Object value) {
		if (value instanceof Number || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Map<?, ?> map) {
			return details(map);
		}
		if (value instanceof Collection<?> collection) {
			return collection.stream().map(this::value).toList();
		}
		return text(String.valueOf(value));
	}

}
