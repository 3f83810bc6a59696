package io.quiver.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;

import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.TWO_MINUTES;

/**
 * The sample with profile {@code seekdb}, on the real server. All that is set is where
 * the server is.
 *
 * @author Quiver
 */
class SeekdbProfileTests {

	/** Of its own: one that was killed may answer no change of tables any more. */
	private final SeekdbServer server = new SeekdbServer();

	@BeforeEach
	void startServer() {
		this.server.start();
	}

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void sampleSearchesByMeaningWithConditionsAndStaysAliveWithoutItsServer() throws SQLException {
		execute("CREATE DATABASE sample");
		start((context) -> {
			assertThat(status(context).pending()).isEqualTo(status(context).total()).isGreaterThan(700);
			PropertySearch search = context.getBean(PropertySearch.class);
			SearchConditions none = new SearchConditions(null, null, null);
			assertThat(
					search.search("limit the size of uploaded files", none, 3).getContent().get(0).getContent().name())
				.isEqualTo("spring.servlet.multipart.max-file-size");
			ConfigurationProperty property = search.find("server.ssl.key-store-password").orElseThrow();
			assertThat(search.similar(property, 5)).extracting((result) -> result.getContent().name())
				.hasSize(5)
				.contains("server.ssl.key-password")
				.doesNotContain(property.name());
			web(context, "/api/status",
					(body) -> assertThat(body).containsEntry("kind", "seekdb")
						.extractingByKey("filterObjection")
						.isNull());
			web(context, "/actuator/health/quiver/default",
					(body) -> assertThat(body.toString()).contains("UP").contains("seekdb-v1.4.0.0"));
			this.server.kill();
			web(context, "/actuator/health/liveness", (body) -> assertThat(body).containsEntry("status", "UP"));
			this.server.start();
			await().atMost(TWO_MINUTES)
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(search.search("limit the size of uploaded files", none, 3)).hasSize(3));
		});
		start((context) -> assertThat(status(context).pending()).isZero());
	}

	private void start(Consumer<ConfigurableApplicationContext> test) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.profiles("seekdb")
			.run("--server.port=0", "--quiver.stores.default.seekdb.port=" + this.server.address().getPort(),
					"--quiver.stores.default.seekdb.database=sample")) {
			await().atMost(TWO_MINUTES).until(() -> status(context).phase() == IndexStatus.Phase.READY);
			test.accept(context);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.server.connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static IndexStatus status(ConfigurableApplicationContext context) {
		return context.getBean(Indexer.class).status();
	}

	@SuppressWarnings("unchecked")
	private static void web(ConfigurableApplicationContext context, String path, Consumer<Map<String, Object>> test) {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.build()
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Map.class)
			.value((body) -> test.accept(body));
	}

}
