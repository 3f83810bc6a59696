package io.quiver.spring.boot.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.repository.config.EnableVectorRepositories;
import io.quiver.spring.boot.autoconfigure.article.Article;
import io.quiver.spring.boot.autoconfigure.article.ArticleRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

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
	@AutoConfigurationPackage(basePackageClasses = Article.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Article.class)
	@EnableVectorRepositories(basePackageClasses = Article.class)
	static class Annotated {

	}

}
