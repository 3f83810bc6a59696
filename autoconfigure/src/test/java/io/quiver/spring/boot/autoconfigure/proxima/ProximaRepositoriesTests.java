package io.quiver.spring.boot.autoconfigure.proxima;

import java.util.ArrayList;
import java.util.List;

import io.quiver.spring.boot.autoconfigure.VectorRepositoriesAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.quote.Quote;
import io.quiver.spring.boot.autoconfigure.quote.QuoteRepository;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for repositories on stores in Proxima BE.
 *
 * @author Quiver
 */
class ProximaRepositoriesTests {

	private static final Quote QUOTE = new Quote(7L, "quiver", Vector.of(1f, 2f, 3f));

	private final ProximaServer server = new ProximaServer();

	private final ApplicationContextRunner runner = Proximas.runner()
		.withConfiguration(AutoConfigurations.of(VectorRepositoriesAutoConfiguration.class))
		.withUserConfiguration(Application.class);

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void repositoryKeepsAndFinds(String protocol) {
		this.runner
			.withPropertyValues(protocol.equals("grpc") ? Proximas.grpc("catalog", this.server)
					: Proximas.http("catalog", this.server))
			.withPropertyValues("quiver.stores.catalog.schema.mode=create")
			.run((context) -> {
				QuoteRepository quotes = context.getBean(QuoteRepository.class);
				quotes.save(QUOTE);
				assertThat(quotes.findById(7L)).map(Quote::text).contains("quiver");
				assertThat(quotes.searchTop1ByEmbeddingNear(Vector.of(1f, 2f, 2f)).getContent()).singleElement()
					.satisfies((result) -> assertThat(result.getContent().id()).isEqualTo(7));
				quotes.deleteById(7L);
				assertThat(quotes.findById(7L)).isEmpty();
			});
	}

	@Test
	void collectionIsNotMadeUnlessAskedFor() {
		this.runner.withPropertyValues(Proximas.grpc("catalog", this.server)).run((context) -> {
			QuoteRepository quotes = context.getBean(QuoteRepository.class);
			assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
				.isThrownBy(() -> quotes.save(QUOTE))
				.withMessageContaining("quotes");
			assertThat(context.getBean(ProximaClient.class).listCollections()).isEmpty();
		});
	}

	@Test
	void customizerOfCollectionsIsToldTheStore() {
		List<String> stores = new ArrayList<>();
		this.runner.withPropertyValues(Proximas.grpc("catalog", this.server))
			.withPropertyValues("quiver.stores.catalog.schema.mode=create")
			.withBean(ProximaCollectionCustomizer.class, () -> (store, collection) -> {
				stores.add(store);
				return collection.withMaxDocsPerSegment(1000);
			})
			.run((context) -> {
				context.getBean(QuoteRepository.class).save(QUOTE);
				assertThat(stores).containsExactly("catalog");
				assertThat(context.getBean(ProximaClient.class).describeCollection("quotes").config())
					.satisfies((config) -> assertThat(config.maxDocsPerSegment()).isEqualTo(1000));
			});
	}

	@AutoConfigurationPackage(basePackageClasses = Quote.class)
	static class Application {

	}

}
