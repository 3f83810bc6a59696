package io.quiver.sample;

import java.util.Map;
import java.util.function.Consumer;

import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.TWO_MINUTES;

/**
 * The sample with profile {@code proxima}, on a server of Proxima BE for tests. All that
 * is set is where the server is.
 *
 * @author Quiver
 */
class ProximaProfileTests {

	private static final ProximaServer server = new ProximaServer();

	@BeforeAll
	static void start() {
		server.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void sampleSearchesByMeaningAndSaysWhatTheStoreCannotDo() {
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
					(body) -> assertThat(body).containsEntry("kind", "proxima")
						.extractingByKey("filterObjection")
						.asString()
						.contains("filter"));
			web(context, "/actuator/health/quiver/default",
					(body) -> assertThat(body.toString()).contains("UP").contains("0.2.1"));
		});
		start((context) -> assertThat(status(context).pending()).isZero());
	}

	private static void start(Consumer<ConfigurableApplicationContext> test) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.profiles("proxima")
			.run("--server.port=0", "--quiver.stores.default.proxima.port=" + server.address().getPort())) {
			await().atMost(TWO_MINUTES).until(() -> status(context).phase() == IndexStatus.Phase.READY);
			test.accept(context);
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
