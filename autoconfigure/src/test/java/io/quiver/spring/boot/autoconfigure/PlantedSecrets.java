package io.quiver.spring.boot.autoconfigure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store {@code catalog} with a secret in every place that may have one. Each has a word
 * in it that stands nowhere else.
 *
 * @author Quiver
 */
final class PlantedSecrets {

	static final String WORD = "hush";

	static final String PASSWORD = "hush pass/wörd+1";

	static final String KEY = "hush-key";

	static final String URL = "http://hush-user:hush%20info@127.0.0.1:1/v1?token=hush-parameter&zone=hush-zone";

	private static final Map<String, String> VALUES = Map.of("url", URL, "username", "ann", "password", PASSWORD,
			"api-key", KEY, "oidc.client-secret", "hush-client-secret", "bearer.token", "hush-token",
			"bearer.refresh-token", "hush-refresh-token", "headers.X-Extra", "hush-header", "headers.Authorization",
			"Bearer hush-authorization", "parameters.trust", "hush-trust");

	static final String IN_DETAILS = "hush-details";

	private PlantedSecrets() {
	}

	static String[] properties() {
		return Stream
			.concat(Stream.of("quiver.stores.catalog.kind=remote"),
					VALUES.entrySet().stream().map((value) -> name(value.getKey()) + "=" + value.getValue()))
			.toArray(String[]::new);
	}

	static List<String> names() {
		return VALUES.keySet().stream().map(PlantedSecrets::name).toList();
	}

	private static String name(String property) {
		return "quiver.stores.catalog.remote." + property;
	}

	/**
	 * Say what a driver says that tells everything it knows, of every form.
	 */
	static String blab() {
		StringBuilder text = new StringBuilder("Cannot log in to ").append(URL);
		forms().forEach((form) -> text.append(" with ").append(form));
		return text.toString();
	}

	static void assertNoneIn(String place, String text) {
		assertThat(text).as(place).doesNotContainIgnoringCase(WORD);
		forms().forEach((form) -> assertThat(text).as(place).doesNotContain(form));
	}

	private static Stream<String> forms() {
		Stream<String> values = VALUES.entrySet()
			.stream()
			.filter((value) -> !List.of("username", "url").contains(value.getKey()))
			.map(Map.Entry::getValue);
		Stream<String> parts = Stream.of("hush-user", "hush info", "hush-user:hush info", "hush-parameter",
				"hush-authorization");
		return Stream.concat(values, parts)
			.flatMap((value) -> Stream.of(value, URLEncoder.encode(value, StandardCharsets.UTF_8),
					Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
	}

}
