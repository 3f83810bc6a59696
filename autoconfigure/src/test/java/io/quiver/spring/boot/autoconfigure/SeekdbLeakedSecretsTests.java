package io.quiver.spring.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbConnectionDetails;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Looks for the secrets of a store in seekdb wherever an application shows anything, with
 * the real server and the real driver: when it lets the application in, and when it does
 * not.
 *
 * @author Quiver
 */
@NullUnmarked
@ExtendWith(SeekdbExtension.class)
@Tag("any-java")
class SeekdbLeakedSecretsTests {

	private static final String PREFIX = "quiver.stores.catalog.seekdb.";

	private final SeekdbServer server;

	private final WebApplicationContextRunner runner;

	private Logged logged;

	SeekdbLeakedSecretsTests(SeekdbServer server) {
		this.server = server;
		this.runner = new WebApplicationContextRunner().withUserConfiguration(LeakedSecretsTests.Application.class)
			.withPropertyValues(PREFIX + "parameters.keyStorePassword=hush-key-store",
					"quiver.repositories.enabled=false", "quiver.health.timeout=1m",
					"quiver.stores.catalog.retry.max-attempts=1", "management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always", "management.endpoint.env.show-values=always",
					"management.endpoint.configprops.show-values=always",
					"management.endpoint.quiver.cache.time-to-live=0");
	}

	@BeforeEach
	void makeUser() throws SQLException {
		try (Connection connection = this.server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE USER IF NOT EXISTS 'leaking'@'%' IDENTIFIED BY '" + PlantedSecrets.KEY + "'");
			statement.execute("GRANT ALL ON test.* TO 'leaking'@'%'");
		}
		this.logged = new Logged();
	}

	@AfterEach
	void stopListening() {
		this.logged.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { PlantedSecrets.KEY, "hush-but-wrong" })
	void nothingShowsWhatThePropertiesKeep(String password) {
		this.runner
			.withPropertyValues(PREFIX + "host=127.0.0.1", PREFIX + "port=" + this.server.address().getPort(),
					PREFIX + "username=leaking", PREFIX + "password=" + password)
			.run((context) -> assertNothingIsShown(context, password));
	}

	@Test
	void nothingShowsWhatConnectionDetailsKeep() {
		this.runner.withBean(SeekdbConnectionDetails.class, () -> new Details(this.server.url()))
			.withPropertyValues("quiver.stores.catalog.kind=seekdb")
			.run((context) -> assertNothingIsShown(context, "hush-in-details"));
	}

	private void assertNothingIsShown(AssertableWebApplicationContext context, String password) throws Exception {
		assertThat(context).hasNotFailed();
		SeekdbClient client = context.getBean(SeekdbClient.class);
		Throwable failure = catchThrowable(client::version);
		if (password.equals(PlantedSecrets.KEY)) {
			assertThat(failure).isNull();
		}
		else {
			assertThat(failure).isInstanceOf(DataAccessException.class);
			PlantedSecrets.assertNoneIn("exception", LeakedSecretsTests.trace(failure));
		}
		MockMvcTester web = MockMvcTester.from(context);
		for (String path : new ActuatorPaths(context).all().toList()) {
			PlantedSecrets.assertNoneIn(path,
					web.get().uri("/actuator/" + path).exchange().getResponse().getContentAsString());
		}
		for (Meter meter : context.getBean(MeterRegistry.class).getMeters()) {
			PlantedSecrets.assertNoneIn("meter", meter.getId().toString());
		}
		PlantedSecrets.assertNoneIn("client", client + " " + client.details());
		this.logged.text()
			.lines()
			.filter((line) -> !line.contains("LeakedSecretsTests"))
			.forEach((line) -> PlantedSecrets.assertNoneIn("log", line));
	}

	private record Details(String getJdbcUrl) implements SeekdbConnectionDetails {

		@Override
		public String getUsername() {
			return "leaking";
		}

		@Override
		public String getPassword() {
			return "hush-in-details";
		}

	}

}
