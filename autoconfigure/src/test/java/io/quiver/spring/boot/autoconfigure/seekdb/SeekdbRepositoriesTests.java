package io.quiver.spring.boot.autoconfigure.seekdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.VectorRepositoriesAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.quote.Quote;
import io.quiver.spring.boot.autoconfigure.quote.QuoteRepository;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.Ordered;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for repositories on stores in seekdb.
 *
 * @author Quiver
 */
@ExtendWith({ SeekdbExtension.class, OutputCaptureExtension.class })
class SeekdbRepositoriesTests {

	private static final Quote QUOTE = new Quote(7L, "quiver", Vector.of(1f, 2f, 3f));

	private static final String CREATE = "quiver.stores.catalog.schema.mode=create";

	private final ApplicationContextRunner runner;

	private final SeekdbServer server;

	SeekdbRepositoriesTests(SeekdbServer server) {
		this.server = server;
		this.runner = Seekdbs.runner()
			.withConfiguration(AutoConfigurations.of(VectorRepositoriesAutoConfiguration.class))
			.withUserConfiguration(Application.class)
			.withPropertyValues(Seekdbs.properties("catalog", server));
	}

	@BeforeEach
	@AfterEach
	void drop() throws SQLException {
		try (Connection connection = this.server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("DROP TABLE IF EXISTS quotes");
		}
	}

	@Test
	void repositoryKeepsAndFinds() {
		this.runner.withPropertyValues(CREATE).run((context) -> {
			QuoteRepository quotes = context.getBean(QuoteRepository.class);
			quotes.save(QUOTE);
			assertThat(quotes.findById(7L)).map(Quote::text).contains("quiver");
			assertThat(quotes.searchTop1ByEmbeddingNear(Vector.of(1f, 2f, 2f)).getContent()).singleElement()
				.satisfies((result) -> assertThat(result.getContent().id()).isEqualTo(7));
			assertThat(quotes.count()).isEqualTo(1);
			quotes.deleteById(7L);
			assertThat(quotes.findById(7L)).isEmpty();
		});
	}

	@Test
	void tableIsNotMadeUnlessAskedFor() {
		this.runner.run((context) -> assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> context.getBean(QuoteRepository.class).save(QUOTE))
			.withMessageContaining("quotes"));
	}

	@ParameterizedTest
	@CsvSource({ "index, immediate, ORGANIZATION INDEX", "heap, immediate, SYNC_MODE=IMMEDIATE",
			"heap, async, SYNC_MODE=ASYNC" })
	void tableIsMadeAsTheyAreAskedFor(String organization, String syncMode, String words) {
		this.runner
			.withPropertyValues(CREATE, "quiver.stores.catalog.seekdb.organization=" + organization,
					"quiver.stores.catalog.seekdb.sync-mode=" + syncMode)
			.run((context) -> {
				context.getBean(QuoteRepository.class).save(QUOTE);
				assertThat(definition()).containsIgnoringCase(words)
					.containsIgnoringCase("ORGANIZATION " + organization);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "after-write", "on-demand" })
	void whatIsSavedIsFoundThoughTheIndexFollowsLater(String refresh) {
		this.runner
			.withPropertyValues(CREATE, "quiver.stores.catalog.seekdb.organization=heap",
					"quiver.stores.catalog.seekdb.sync-mode=async", "quiver.stores.catalog.seekdb.refresh=" + refresh)
			.run((context) -> {
				QuoteRepository repository = context.getBean(QuoteRepository.class);
				for (int round = 1; round < 4; round++) {
					List<Quote> quotes = quotes(round);
					repository.saveAll(quotes);
					for (Quote quote : quotes) {
						assertThat(repository.searchTop1ByEmbeddingNear(quote.embedding()).getContent()).singleElement()
							.satisfies((result) -> assertThat(result.getContent().id()).isEqualTo(quote.id()));
					}
				}
			});
	}

	/** In each round other vectors, and more of them. */
	private static List<Quote> quotes(int round) {
		return LongStream.range(0, 10L * round)
			.mapToObj((id) -> new Quote(id, "quote", Vector.of(id, 50 - id, 10 * round)))
			.toList();
	}

	@Test
	void customizersOfTablesAreToldStoreAndTableAndCalledInTheirOrder() {
		List<String> tables = new ArrayList<>();
		this.runner.withPropertyValues(CREATE)
			.withBean("second", SeekdbTableCustomizer.class, () -> new Commenting(2, tables))
			.withBean("first", SeekdbTableCustomizer.class, () -> new Commenting(1, tables))
			.run((context) -> {
				context.getBean(QuoteRepository.class).save(QUOTE);
				assertThat(tables).containsExactly("1 catalog quotes", "2 catalog quotes");
				assertThat(definition()).contains("2 catalog quotes");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'' | no vector index
			', VECTOR INDEX i (embedding) WITH (distance=inner_product, type=hnsw)' | a vector index of INNER_PRODUCT
			""")
	void vectorsWithoutTheIndexThatIsWantedAreWarnedOfOnce(String index, String found, CapturedOutput output)
			throws SQLException {
		try (Connection connection = this.server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE quotes (id BIGINT PRIMARY KEY, text LONGTEXT, "
					+ "embedding VECTOR(3) COMMENT 'quiver vector 3 COSINE'" + index + ")");
		}
		this.runner.run((context) -> {
			context.getBean(QuoteRepository.class).save(QUOTE);
			context.getBean(RowStore.class)
				.describe(context.getBean(VectorMappingContext.class)
					.getRequiredPersistentEntity(Quote.class)
					.getCollection());
		});
		assertThat(output).containsOnlyOnce("Searches near 'embedding' of table 'quotes' compare every row: it has "
				+ found + ", but a vector index of COSINE is wanted");
	}

	private String definition() throws SQLException {
		try (Connection connection = this.server.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SHOW CREATE TABLE quotes")) {
			assertThat(rows.next()).isTrue();
			return rows.getString(2);
		}
	}

	private record Commenting(int getOrder, List<String> tables) implements SeekdbTableCustomizer, Ordered {

		@Override
		public TableSchema customize(String store, String collection, TableSchema table) {
			String comment = "%d %s %s".formatted(this.getOrder, store, collection);
			this.tables.add(comment);
			return table.withComment(comment);
		}

	}

	@AutoConfigurationPackage(basePackageClasses = Quote.class)
	static class Application {

	}

}
