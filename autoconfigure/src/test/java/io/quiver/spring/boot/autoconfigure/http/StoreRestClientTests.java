package io.quiver.spring.boot.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.spring.boot.autoconfigure.proxima.Proximas;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StoreRestClient}.
 *
 * @author Quiver
 */
class StoreRestClientTests {

	private static final ProximaServer server = new ProximaServer();

	private final ApplicationContextRunner runner = Proximas.runner()
		.withPropertyValues(Proximas.http("catalog", server));

	@BeforeAll
	static void start() {
		server.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void customizerIsToldTheStore() {
		AtomicInteger requests = new AtomicInteger();
		List<String> stores = new ArrayList<>();
		this.runner.withBean(StoreRestClientCustomizer.class, () -> (store, builder) -> {
			stores.add(store);
			builder.requestInterceptor((request, body, execution) -> {
				requests.incrementAndGet();
				return execution.execute(request, body);
			});
		}).run((context) -> {
			Proximas.roundTrip(context.getBean(ProximaClient.class), "x");
			assertThat(stores).containsExactly("catalog");
			assertThat(requests).hasPositiveValue();
		});
	}

	@Test
	void builderOfTheApplicationIsForOthers() {
		this.runner.withBean(RestClient.Builder.class, () -> RestClient.builder().requestInitializer((request) -> {
			throw new IllegalStateException("Leaked");
		})).run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "x")).isEqualTo("x"));
	}

	@Test
	void jsonNeedsNoLibrary() {
		this.runner.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "x")).isEqualTo("x"));
	}

}
