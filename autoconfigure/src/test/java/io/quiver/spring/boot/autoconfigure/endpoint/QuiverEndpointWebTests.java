package io.quiver.spring.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quiver.data.core.query.Metric;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.inspect.FakeStores;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for what the endpoints answer in JSON.
 *
 * @author Quiver
 */
@SpringBootTest(properties = { "management.endpoints.web.exposure.include=*", "quiver.repositories.enabled=false",
		"management.endpoint.health.show-details=always", "quiver.health.timeout=1m" })
@AutoConfigureMockMvc
class QuiverEndpointWebTests {

	private final MockMvcTester web;

	QuiverEndpointWebTests(@Autowired MockMvcTester web) {
		this.web = web;
	}

	@Test
	void endpointAnswersJson() {
		assertThat(this.web.get().uri("/actuator/quiver").accept(MediaType.APPLICATION_JSON)).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{
							  "stores": {
							    "catalog": {
							      "kind": "fake",
							      "initialized": true,
							      "primary": true,
							      "details": { "address": "http://******@localhost" },
							      "abilities": {
							        "can": [ "LIST", "INSERT" ],
							        "cannot": [ "SCROLL", "UPDATE", "MERGE", "MERGE_NULL", "VERSION", "DELETE_COUNT", "NEAREST",
							          "NEAREST_EXACT", "RANGE", "TEXT", "HYBRID", "DYNAMIC_FIELDS", "ROW_TTL", "ADD_COLUMNS" ],
							        "options": []
							      },
							      "policies": {
							        "timeouts": { "connect": "PT2S", "read": "PT5S", "write": "PT10S", "total": "PT30S" },
							        "operations": {}
							      },
							      "collections": {
							        "articles": {
							          "columns": [
							            { "name": "id", "role": "KEY", "type": "STRING", "nullable": false },
							            { "name": "embedding", "role": "VECTOR", "dimension": 3, "metric": "COSINE", "nullable": true }
							          ],
							          "rows": 7,
							          "details": { "segments": 2 }
							        }
							      }
							    }
							  },
							  "repositories": []
							}
							""");
	}

	@Test
	void endpointAnswersForOneStore() {
		assertThat(this.web.get().uri("/actuator/quiver/catalog")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.stores.catalog.kind")
			.isEqualTo("fake");
		assertThat(this.web.get().uri("/actuator/quiver/missing")).hasStatus(404);
	}

	@Test
	void endpointOnlyReads() {
		assertThat(this.web.post().uri("/actuator/quiver")).hasStatus4xxClientError();
		assertThat(this.web.delete().uri("/actuator/quiver/catalog")).hasStatus4xxClientError();
	}

	@Test
	void healthAnswersJson() {
		assertThat(this.web.get().uri("/actuator/health/quiver")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.components.catalog.details.latency")
			.asString()
			.startsWith("PT");
	}

	@Test
	void endpointsShowNoCredentials() {
		for (String endpoint : List.of("quiver", "health", "beans", "configprops", "env", "conditions")) {
			assertThat(this.web.get().uri("/actuator/" + endpoint)).hasStatusOk()
				.bodyText()
				.as(endpoint)
				.doesNotContain("hush-hush");
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		RowStore catalogRowStore() {
			RowStore store = FakeStores.named("catalog");
			given(store.details()).willReturn(Map.of("address", "http://ann:hush-hush@localhost"));
			given(store.collections()).willReturn(List.of("articles"));
			given(store.describe("articles"))
				.willReturn(new CollectionSpec("articles", List.of(new KeyColumn("id", ColumnType.STRING, false),
						new VectorColumn("embedding", 3, Metric.COSINE, true))));
			given(store.stats("articles")).willReturn(new CollectionStats(7L, null, Map.of("segments", 2)));
			return store;
		}

		@Bean
		StoreCalls catalogStoreCalls() {
			return StoreCalls.builder("catalog", "fake")
				.timeouts(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
						Duration.ofSeconds(30)))
				.build();
		}

	}

}
