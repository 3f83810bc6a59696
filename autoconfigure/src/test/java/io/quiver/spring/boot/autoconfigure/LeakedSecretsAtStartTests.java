package io.quiver.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Looks for the secrets of a store in what a user reads when its properties are wrong,
 * with all that Boot says at {@code DEBUG} of a failure.
 *
 * @author Quiver
 */
@ExtendWith(OutputCaptureExtension.class)
class LeakedSecretsAtStartTests {

	@BeforeEach
	void keepLoggers() {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	@AfterEach
	void releaseLoggers() {
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					quiver.stores.catalog.kind=other                        | is configured as several kinds of store
					quiver.stores.catalog.timeout.read=soon                 | quiver.stores.catalog.timeout.read
					quiver.stores.catalog.timeout.read=-1s                  | It must not be negative
					quiver.stores.catalog.remote.passwort=hush-mistyped     | 'quiver.stores.catalog.remote.password'
					quiver.stores.catalog.passwort=hush-misplaced           | 'quiver.stores.catalog.passwort'
					quiver.stores.catalog.password=hush-misplaced           | 'quiver.stores.catalog.password'
					quiver.password=hush-misplaced                          | 'quiver.stores.default.remote.password'
					quiver.stores=hush-misplaced                            | holds stores by name, no value
					quiver.stores.catalog=hush-misplaced                    | is a store, no value
					quiver.stores.catalog.remote=hush-misplaced             | 'quiver.stores.catalog.remote'
					quiver.stores.catalog.remote.headers=hush-header        | Set properties below 'quiver.stores.catalog.remote.headers'
					quiver.stores.catalog.remote.parameters=hush-parameter  | Set properties below
					quiver.stores.catalog.remote.bearer=hush-token          | 'quiver.stores.catalog.remote.bearer'
					quiver.stores.catalog.remote.password[0]=hush-first     | 'quiver.stores.catalog.remote.password[0]'
					quiver.stores.catalog.remote.bearer.expires-in=soon     | Value: "soon"
					quiver.stores.catalog.remote.bearer.expires-in=http://hush:hush@h | may be a secret and is not shown
					quiver.stores.catalog.operations.get=hush-operation     | quiver.stores.catalog.operations.get
					quiver.stores.catalog.remote.url=http://hush-user:hush-info@db.example.com/?a=hush | requires TLS
					quiver.stores.catalog.remote.url=http://hush-user:hush/in@fo@db.example.com  | requires TLS
					quiver.stores.catalog.ssl.bundle=missing                | there is no such SSL bundle
					quiver.primary=missing                                  | there is no such store
					""")
	void wrongPropertyIsNamedWithoutAnySecret(String property, String words, CapturedOutput output) {
		Throwable failure;
		try (Logged logged = new Logged()) {
			failure = catchThrowable(() -> start("--" + property, "--quiver.defaults.require-tls=true").close());
			assertNoneIn("log", logged.text());
			assertThat(logged.text()).contains("APPLICATION FAILED TO START").contains(words);
		}
		assertThat(failure).isNotNull();
		assertNoneIn("exception", LeakedSecretsTests.trace(failure));
		assertNoneIn("output", output.getAll());
	}

	@Test
	void openConnectionIsWarnedOfOnceForEachStore(CapturedOutput output) {
		start("--quiver.stores.catalog.remote.url=http://hush-user:hush-info@db.example.com:8080/?a=hush",
				"--quiver.stores.archive.remote.url=http://db.example.com",
				"--quiver.stores.archive.remote.api-key=hush", "--quiver.stores.here.kind=remote",
				"--quiver.stores.here.remote.api-key=hush", "--quiver.stores.nobody.remote.url=http://db.example.com")
			.close();
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN "))).satisfiesExactlyInAnyOrder(
				(line) -> assertThat(line).contains("'quiver.stores.catalog'").contains("'http://db.example.com:8080'"),
				(line) -> assertThat(line).contains("'quiver.stores.archive'")
					.contains("'quiver.stores.archive.ssl.enabled'"));
		assertNoneIn("output", output.getAll());
	}

	private static void assertNoneIn(String place, String text) {
		PlantedSecrets.assertNoneIn(place, text);
	}

	/**
	 * Start with all that is planted but what is set otherwise, or as a whole.
	 */
	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		Stream<String> planted = Arrays.stream(PlantedSecrets.properties())
			.map((property) -> "--" + property)
			.filter((property) -> Arrays.stream(arguments).noneMatch((set) -> replaces(name(set), name(property))));
		return application.run(Stream.concat(Arrays.stream(arguments), planted).toArray(String[]::new));
	}

	private static boolean replaces(String set, String planted) {
		return planted.equals(set) || planted.startsWith(set + ".");
	}

	private static String name(String argument) {
		return argument.substring(0, argument.indexOf('='));
	}

	@AutoConfigurationPackage(basePackageClasses = RemoteClient.class)
	@ImportAutoConfiguration({ VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
			DefaultVectorStoreAutoConfiguration.class })
	static class Application {

	}

}
