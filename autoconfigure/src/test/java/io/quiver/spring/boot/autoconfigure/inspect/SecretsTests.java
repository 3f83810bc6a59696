package io.quiver.spring.boot.autoconfigure.inspect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Secrets}.
 *
 * @author Quiver
 */
class SecretsTests {

	static Secrets none() {
		return of(Map.of());
	}

	static Secrets of(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("properties", properties));
		ConfigurationPropertySources.attach(environment);
		return Secrets.of(environment, Stream.empty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "quiver.stores.a.weaviate.api-key", "quiver.stores.a.weaviate.apiKey",
			"quiver.stores.a.seekdb.password", "quiver.stores.a.weaviate.oidc.client-secret",
			"quiver.stores.a.weaviate.bearer.refresh-token", "quiver.stores.a.weaviate.bearer.token",
			"quiver.stores.a.weaviate.headers.X-Trace", "quiver.stores.a.weaviate.headers[X-Trace]",
			"quiver.stores.a.weaviate.headers", "quiver.stores.a.seekdb.parameters.user",
			"quiver.stores.a.weaviate.keys.token[0]", "QUIVER_STORES_A_WEAVIATE_APIKEY",
			"QUIVER_STORES_A_WEAVIATE_HEADERS_XTRACE" })
	void credentialsAndWhatIsSentBesideAreSecretByName(String property) {
		assertThat(Secrets.isNamed(property)).isTrue();
		assertThat(Secrets.isOfStore(property)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "quiver.stores.a.embedded.path", "quiver.stores.headers.embedded.path",
			"quiver.stores.a.weaviate.url", "quiver.stores.a.weaviate.token-uri", "quiver.primary" })
	void whatIsCalledOtherwiseIsNot(String property) {
		assertThat(Secrets.isNamed(property)).isFalse();
	}

	@Test
	void propertiesOfOthersAreTheirOwnMatter() {
		assertThat(Secrets.isNamed("spring.datasource.password")).isFalse();
		assertThat(Secrets.isOfStore("spring.datasource.url")).isFalse();
		assertThat(Secrets.isOfStore("quiver.primary")).isFalse();
	}

	@Test
	void valuesAreMaskedWhereverTheyStand() {
		Secrets secrets = of(Map.of("quiver.stores.a.remote.password", "hunter 22", "quiver.stores.a.remote.headers.x",
				"hunter 222", "quiver.stores.a.embedded.path", "plain"));
		assertThat(secrets.mask("'hunter 222', hunter+22, aHVudGVyIDIy and plain"))
			.isEqualTo("'******', ******, ****** and plain");
	}

	@ParameterizedTest
	@CsvSource({ "http://robert:hush-hush@db/p?trace=x", "http://robert:hush%2Dhush@db", "robert:hush-hush@db:6667",
			"http://db?token=hush-hush&x=y#robert", "'db1,robert:hush-hush@db2'", "jdbc:mysql://robert:hush-hush@db/x",
			"https://hush-hush@db" })
	void partsOfAddressesAreMasked(String address) {
		Secrets secrets = of(Map.of("quiver.stores.a.remote.url", address));
		assertThat(secrets.mask("hush-hush at db")).isEqualTo("****** at db");
	}

	@Test
	void directoryHasNoUser() {
		Secrets secrets = of(Map.of("quiver.stores.a.embedded.path", "/data/mine@home?a:b"));
		assertThat(secrets.mask("/data/mine@home?a:b")).isEqualTo("/data/mine@home?a:b");
	}

	@Test
	void placeholdersAndVariablesAreResolved() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					Map.of("QUIVER_STORES_A_REMOTE_APIKEY", "${VAULT}", "VAULT", "hush-hush")));
		ConfigurationPropertySources.attach(environment);
		assertThat(Secrets.of(environment, Stream.empty()).mask("is hush-hush")).isEqualTo("is ******");
	}

	@Test
	void whatConnectionDetailsTellIsMasked() {
		StoreConnectionDetails details = new StoreConnectionDetails() {

			@Override
			public Collection<String> getSecrets() {
				return List.of("hunter 22");
			}

		};
		assertThat(Secrets.of(new StandardEnvironment(), Stream.of(details)).mask("'hunter 22' is hunter+22"))
			.isEqualTo("'******' is ******");
	}

	@Test
	void shortOnesAreHiddenOnlyUnderTheirNames() {
		assertThat(of(Map.of("quiver.stores.a.remote.password", "a")).mask("a cat")).isEqualTo("a cat");
	}

	@Test
	void tellNothingOfThemselves() {
		assertThat(of(Map.of("quiver.stores.a.remote.password", "hush-hush"))).asString()
			.endsWith("secrets")
			.doesNotContain("hush");
	}

}
