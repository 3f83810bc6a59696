package io.quiver.store.seekdb;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A JDBC URL, judged before anything connects.
 *
 * @param url the URL
 * @author Quiver
 */
record JdbcAddress(String url) {

	private static final Pattern SECRET = Pattern.compile("[?&;(,]\\s*([a-z0-9_]*(password|secret)[a-z0-9_]*)\\s*=");

	/** What each of them does to us is said where it is refused. */
	private static final List<Refusal> REFUSALS = List
		.of(Refusal.of("useserverprepstmts", "the server cannot take vectors in statements that it has prepared"),
				Refusal.of("usecursorfetch", "the server cannot take vectors in statements that it has prepared"),
				Refusal.of("rewritebatchedstatements", "it hides how many rows each statement has changed"),
				Refusal.of("useaffectedrows", "an update that changes nothing could not be told from one of no row"),
				new Refusal("no_backslash_escapes",
						Pattern.compile("[?&;(,]sessionvariables=[^&]*no_backslash_escapes"),
						"the server cannot take vectors in statements without escapes"));

	JdbcAddress {
		Assert.hasText(url, "'url' must not be empty");
		Assert.isTrue(url.startsWith("jdbc:"),
				() -> "The URL of seekdb must begin with 'jdbc:', such as " + "jdbc:mariadb://localhost:2881/test");
		String lower = url.toLowerCase(Locale.ROOT);
		Matcher secret = SECRET.matcher(lower);
		Assert.isTrue(!secret.find(),
				"The URL of seekdb must not hold a password, since URLs are shown; set it as a property of its own");
		Assert.isTrue(base(lower).indexOf('@') < 0,
				"The URL of seekdb must not hold a user, since URLs are shown; set user and password as properties");
		check("URL", lower);
	}

	/**
	 * Refuse options that we cannot work with.
	 * @param place where they are, for the message
	 * @param url the URL that holds them
	 */
	static void check(String place, String url) {
		String lower = url.toLowerCase(Locale.ROOT);
		for (Refusal refusal : REFUSALS) {
			Assert.isTrue(!refusal.matches(lower), () -> refusal.message(place));
		}
	}

	/**
	 * Refuse driver properties that we cannot work with.
	 */
	static void check(Properties properties) {
		for (String name : properties.stringPropertyNames()) {
			check("driver properties", "?" + name + "=" + properties.getProperty(name));
		}
	}

	/**
	 * Return what may be shown: the URL without its options.
	 */
	String shown() {
		return base(this.url);
	}

	boolean isMariaDb() {
		return this.url.startsWith("jdbc:mariadb:");
	}

	boolean isMySql() {
		return this.url.startsWith("jdbc:mysql:");
	}

	boolean isOceanBase() {
		return this.url.startsWith("jdbc:oceanbase:");
	}

	/**
	 * Return whether the URL says something about an option itself.
	 */
	boolean has(String option) {
		String lower = this.url.toLowerCase(Locale.ROOT);
		String name = option.toLowerCase(Locale.ROOT) + "=";
		return lower.contains("?" + name) || lower.contains("&" + name);
	}

	private static String base(String url) {
		int options = url.indexOf('?');
		return (options < 0) ? url : url.substring(0, options);
	}

	/**
	 * An option that must not be on, in whatever spelling.
	 */
	private record Refusal(String option, Pattern pattern, String why) {

		/** Drivers take an option without a value, and all but a no, for a yes. */
		static Refusal of(String option, String why) {
			return new Refusal(option,
					Pattern.compile("[?&;(,]" + option + "(?!=(false|0|no|off)([&;,)]|$))([=&;,)]|$)"), why);
		}

		boolean matches(String lower) {
			return this.pattern.matcher(lower).find();
		}

		String message(String place) {
			return "The %s of seekdb must not set '%s': %s; leave it out".formatted(place, this.option, this.why);
		}

	}

}
