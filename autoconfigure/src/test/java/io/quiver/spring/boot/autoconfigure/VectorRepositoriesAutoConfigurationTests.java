package io.quiver.spring.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.quiver.data.core.SchemaMismatchException;
import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.mapping.EnableVectorAuditing;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.event.BeforeConvertCallback;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.repository.config.EnableVectorRepositories;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.article.Article;
import io.quiver.spring.boot.autoconfigure.article.ArticleRepository;
import io.quiver.spring.boot.autoconfigure.audited.Entry;
import io.quiver.spring.boot.autoconfigure.keyed.Line;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link VectorRepositoriesAutoConfiguration}.
 *
 * @author Quiver
 */
@Tag("java21")
class VectorRepositoriesAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
				DefaultVectorStoreAutoConfiguration.class, VectorRepositoriesAutoConfiguration.class));

	@Test
	void repositoriesAreFoundWithoutAnAnnotation() {
		this.runner.withUserConfiguration(Application.class)
			.run((context) -> assertThat(context).hasSingleBean(ArticleRepository.class));
	}

	@Test
	void repositoryKeepsAndFinds() {
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			ArticleRepository articles = context.getBean(ArticleRepository.class);
			articles.save(new Article("a", "NL", Vector.of(1f, 0f, 0f)));
			assertThat(articles.findById("a")).map(Article::country).contains("NL");
			assertThat(articles.findByCountry("NL")).extracting(Article::id).containsExactly("a");
		});
	}

	@Test
	void pathKeepsDataAcrossContexts(@TempDir Path directory) {
		ApplicationContextRunner onDisk = this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("quiver.stores.catalog.embedded.path=" + directory.resolve("data"));
		onDisk.run((context) -> context.getBean(ArticleRepository.class)
			.save(new Article("a", "NL", Vector.of(1f, 0f, 0f))));
		onDisk.run((context) -> assertThat(context.getBean(ArticleRepository.class).findById("a")).map(Article::country)
			.contains("NL"));
	}

	@Test
	void memoryKeepsNothingAcrossContexts() {
		ApplicationContextRunner inMemory = this.runner.withUserConfiguration(Application.class);
		inMemory.run((context) -> context.getBean(ArticleRepository.class)
			.save(new Article("a", "NL", Vector.of(1f, 0f, 0f))));
		inMemory.run((context) -> assertThat(context.getBean(ArticleRepository.class).findById("a")).isEmpty());
	}

	@Test
	void collectionsAreMadeAtFirstUse() {
		this.runner.withUserConfiguration(Application.class).run((context) -> {
			assertThat(context.getBean(RowStore.class).collections()).isEmpty();
			context.getBean(ArticleRepository.class).count();
			assertThat(context.getBean(RowStore.class).collections()).containsExactly("articles");
		});
	}

	@Test
	void collectionsAreMadeAtStartupWhereAsked() {
		this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("quiver.defaults.schema.when=startup", "quiver.repositories.enabled=false")
			.run((context) -> assertThat(context.getBean(RowStore.class).collections()).containsExactly("articles"));
	}

	@Test
	void typeOfAnIdIsNoCollection() {
		this.runner.withUserConfiguration(Keyed.class)
			.withPropertyValues("quiver.defaults.schema.when=startup")
			.run((context) -> assertThat(context.getBean(RowStore.class).collections()).containsExactly("lines"));
	}

	@Test
	void missingCollectionIsRefusedWhereOnlyValidated() {
		this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("quiver.defaults.schema.mode=validate")
			.run((context) -> assertThatExceptionOfType(SchemaMismatchException.class)
				.isThrownBy(() -> context.getBean(ArticleRepository.class).count()));
	}

	@Test
	void rowOverTheLimitIsRefused() {
		this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("quiver.defaults.max-row-size=1KB")
			.run((context) -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> context.getBean(ArticleRepository.class)
					.save(new Article("a", "N".repeat(2000), Vector.of(1f, 0f, 0f)))));
	}

	@Test
	void callbacksOfTheApplicationAreUsed() {
		this.runner.withUserConfiguration(Application.class, CallbackConfiguration.class).run((context) -> {
			ArticleRepository articles = context.getBean(ArticleRepository.class);
			assertThat(articles.save(new Article("a", "NL", Vector.of(1f, 0f, 0f))).country()).isEqualTo("BE");
		});
	}

	@Test
	void auditingWorks() {
		this.runner.withUserConfiguration(Audited.class).run((context) -> {
			Entry saved = context.getBean(VectorOperations.class).save(new Entry("a"));
			assertThat(saved.created()).isBetween(Instant.now().minusSeconds(60), Instant.now());
		});
	}

	@Test
	void embedderLetsTextStandForAVector() {
		this.runner.withUserConfiguration(Application.class)
			.withBean(TextEmbedder.class, () -> (text) -> new float[] { 0, 1, 0 })
			.run((context) -> {
				VectorOperations operations = context.getBean(VectorOperations.class);
				operations.saveAll(List.of(new Article("a", "NL", Vector.of(1f, 0f, 0f)),
						new Article("b", "NL", Vector.of(0f, 1f, 0f))));
				assertThat(operations.search(SearchRequest.near("embedding", "anything").limit(1), Article.class))
					.extracting((result) -> result.getContent().id())
					.containsExactly("b");
			});
	}

	@Test
	void switchTurnsThemOff() {
		this.runner.withUserConfiguration(Application.class)
			.withPropertyValues("quiver.repositories.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ArticleRepository.class));
	}

	@Test
	void ownAnnotationTakesOver() {
		this.runner.withUserConfiguration(Annotated.class)
			.run((context) -> assertThat(context).hasSingleBean(ArticleRepository.class)
				.doesNotHaveBean(VectorRepositoriesAutoConfiguration.class));
	}

	@Test
	void entitiesAreKnownFromTheStart() {
		this.runner.withUserConfiguration(Application.class)
			.run((context) -> assertThat(context.getBean(VectorMappingContext.class).getManagedTypes())
				.extracting((type) -> (Object) type.getType())
				.contains(Article.class));
	}

	@Test
	void invocationsAreMeasured() {
		this.runner.withUserConfiguration(Application.class)
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, DataRepositoryMetricsAutoConfiguration.class))
			.run((context) -> {
				context.getBean(ArticleRepository.class).findById("a");
				assertThat(context.getBean(MeterRegistry.class)
					.get("spring.data.repository.invocations")
					.tag("repository", "ArticleRepository")
					.timer()
					.count()).isOne();
			});
	}

	@Test
	void withoutBootsDataModuleRepositoriesWork() {
		this.runner.withUserConfiguration(Application.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.data", "io.micrometer"))
			.run((context) -> assertThat(context).hasSingleBean(ArticleRepository.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class CallbackConfiguration {

		@Bean
		BeforeConvertCallback<Article> moves() {
			return (article, collection) -> new Article(article.id(), "BE", article.embedding());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Line.class)
	static class Keyed {

	}

	@AutoConfigurationPackage(basePackageClasses = Entry.class)
	@EnableVectorAuditing
	static class Audited {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Article.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Article.class)
	@EnableVectorRepositories(basePackageClasses = Article.class)
	static class Annotated {

	}

}
