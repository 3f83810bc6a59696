package io.quiver.spring.boot.autoconfigure.inspect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * What is secret in the properties of stores, and in their connection details: what is
 * called like a credential, headers and parameters whatever they are called, and user and
 * parameters of addresses. Known by their values too, since the message of a driver may
 * repeat them without their names.
 *
 * @author Quiver
 * @since 0.1
 */
public final class Secrets {

	/** What stands in the place of a secret. */
	public static final String MASK = "******";

	private static final ConfigurationPropertyName STORES = ConfigurationPropertyName.of("quiver.stores");

	/** Environment variables have underscores, and no dashes. */
	private static final Pattern STORE = Pattern.compile("quiver[._]stores[._]", Pattern.CASE_INSENSITIVE);

	private static final Pattern NAME = Pattern.compile(STORE + ".+"
			+ "((password|passphrase|secret|key|token|credentials?)(\\[\\d+])?|[._](headers|parameters)([._\\[].*)?)",
			Pattern.CASE_INSENSITIVE);

	/** Greedy, since a password may have a {@code @} or a slash that is not escaped. */
	private static final Pattern USER_INFO = Pattern.compile("^(?:[^/@]*://(?<user>[^?]+)|(?<bare>[^/?:@]+:[^?]*))@");

	private static final Pattern PARAMETERS = Pattern.compile("(?<=[?&;])[^=&;]+=([^&;]+)");

	/** Shorter ones would tear holes into any text, and keep nobody out. */
	private static final int SHORTEST = 4;

	private final List<String> values;

	private Secrets(Collection<String> values) {
		// a secret may be a part of another
		this.values = values.stream()
			.filter((value) -> value.length() >= SHORTEST)
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
	}

	/**
	 * Collect the secrets of all stores.
	 * @param environment the environment
	 * @param connectionDetails what says besides how stores are reached
	 * @return the secrets as they are now
	 */
	public static Secrets of(Environment environment, Stream<? extends StoreConnectionDetails> connectionDetails) {
		Set<String> values = new TreeSet<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(STORES::isAncestorOf)
					.map(source::getConfigurationProperty)
					.forEach((found) -> {
						if (found != null) {
							collect(found, environment, values);
						}
					});
			}
		}
		connectionDetails.flatMap((details) -> details.getSecrets().stream()).forEach((value) -> add(value, values));
		return new Secrets(values);
	}

	private static void collect(ConfigurationProperty property, Environment environment, Set<String> values) {
		String value = environment.resolvePlaceholders(String.valueOf(property.getValue()));
		if (isNamed(property.getName().toString())) {
			add(value, values);
			// a header says how it is meant, as in 'Bearer abc'
			add(value.substring(value.indexOf(' ') + 1), values);
		}
		else {
			addAddress(value, values);
			for (String address : value.split(",")) {
				addAddress(address.strip(), values);
			}
		}
	}

	private static void addAddress(String address, Set<String> values) {
		Matcher user = USER_INFO.matcher(address);
		if (user.find()) {
			String info = (user.group("user") != null) ? user.group("user") : user.group("bare");
			add(info, values);
			for (String part : info.split(":", 2)) {
				add(part, values);
			}
		}
		Matcher parameters = PARAMETERS.matcher(address);
		while (parameters.find()) {
			add(parameters.group(1), values);
		}
	}

	private static void add(String value, Set<String> values) {
		for (String form : List.of(value, decoded(value))) {
			values.add(form);
			values.add(URLEncoder.encode(form, StandardCharsets.UTF_8));
			values.add(Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)));
		}
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	/**
	 * Tell whether a property belongs to a store.
	 * @param property the name of a property or environment variable
	 * @return whether it does
	 */
	public static boolean isOfStore(String property) {
		return STORE.matcher(property).lookingAt();
	}

	/**
	 * Tell whether a property is secret by its name, whatever its value.
	 * @param property the name of a property or environment variable
	 * @return whether it belongs to a store and is called like a credential, or is a
	 * header or parameter
	 */
	public static boolean isNamed(String property) {
		return NAME.matcher(property).matches();
	}

	/**
	 * Return a text without the values of secrets.
	 * @param text the text
	 * @return what is left, with asterisks where a secret was
	 */
	public String mask(String text) {
		String masked = text;
		for (String value : this.values) {
			masked = masked.replace(value, MASK);
		}
		return masked;
	}

	/**
	 * Return how many there are, not which.
	 */
	@Override
	public String toString() {
		return "%d secrets".formatted(this.values.size());
	}

}
