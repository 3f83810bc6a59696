package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorOperations;
import io.quiver.spring.boot.autoconfigure.article.Article;
import io.quiver.spring.boot.autoconfigure.doubles.Measure;
import io.quiver.spring.boot.autoconfigure.huge.Huge;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.spring.boot.autoconfigure.resized.Resized;
import io.quiver.spring.boot.autoconfigure.unknownstore.Memo;
import io.quiver.spring.boot.autoconfigure.unsupported.Note;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.seekdb.SeekdbClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what a user reads when an application does not start.
 *
 * @author Quiver
 */
@Tag("java21")
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	@Test
	void unknownStore(CapturedOutput output) {
		fails(UnknownStore.class, "--quiver.stores.catalog.kind=embedded");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(Memo.class.getName() + " asks for the store 'catlog', but there are only: catalog")
			.contains("Did you mean @VectorCollection(store = \"catalog\")?");
	}

	@Test
	void unsupportedQueryMethod(CapturedOutput output) {
		fails(Unsupported.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("NoteRepository.countByEmbeddingNear(Vector)")
			.contains("is not a valid query method: Near means the nearest of all rows")
			.doesNotContain("cannot run on store")
			.containsPattern("Action:\\s+\\S");
	}

	@Test
	void severalStoresAndNoneChosen(CapturedOutput output) {
		fails(Articles.class, "--quiver.stores.catalog.kind=embedded", "--quiver.stores.archive.kind=embedded");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("there are several: archiveVectorTemplate, catalogVectorTemplate")
			.contains("Set 'quiver.primary' to the store that is meant");
	}

	@Test
	void vectorTooLongForItsStore(CapturedOutput output) {
		fails(HugeVectors.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(Huge.class.getName() + " cannot be kept in store 'default' (embedded)")
			.contains("'embedding' has 5000");
	}

	@Test
	void vectorOfAnotherType(CapturedOutput output) {
		fails(DoubleVectors.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property 'embedding' of Measure, of type double[], cannot be a vector.")
			.contains("Use org.springframework.data.domain.Vector or float[].");
	}

	@Test
	void vectorOfAnotherDimensionThanItsCollection(CapturedOutput output, @TempDir Path directory) {
		String path = "--quiver.stores.catalog.embedded.path=" + directory;
		String startup = "--quiver.stores.catalog.schema.when=startup";
		application(Articles.class).run(path, startup).close();
		fails(ResizedVectors.class, path, startup);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Collection 'articles' in store 'catalog' does not fit its entity:")
			.containsPattern("- .*embedding.*3")
			.contains("Correct the entity, give it a collection of another name");
	}

	@Test
	void directoryInUse(CapturedOutput output, @TempDir Path directory) {
		String path = "--quiver.stores.catalog.embedded.path=" + directory;
		try (ConfigurableApplicationContext other = application(Articles.class).run(path)) {
			assertThat(other.isActive()).isTrue();
			fails(Articles.class, path);
		}
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The data directory '%s' is open elsewhere".formatted(directory))
			.contains("Correct 'quiver.stores.catalog.embedded.path'");
	}

	@Test
	void directoryOfAnotherStore(CapturedOutput output, @TempDir Path directory) {
		fails(Articles.class, "--quiver.primary=archive", "--quiver.stores.archive.embedded.path=" + directory,
				"--quiver.stores.catalog.embedded.path=" + directory.resolve("catalog"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("name directories of which one stands in the other")
			.contains("Give each store a directory of its own");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			quiver.stores.catalog.timeout.read=-5s | -5s | It must not be negative. Set 0 for no limit
			quiver.defaults.retry.jitter=2 | 2 | It must be between 0, for no chance, and 1.
			quiver.stores.catalog.circuit-breaker.failure-rate-threshold=150 | 150 | It is a percentage
			quiver.stores.catalog.operations.nearst.timeout.total=1s | nearst | Did you mean 'nearest'?
			quiver.stores.catalog.remote.url=http://db.example.com | catalog | 'quiver.stores.catalog.ssl.bundle'
			quiver.stores.catalog.ssl.bundle=inner | inner | Define it below 'spring.ssl.bundle'.
			""")
	void wrongPolicy(String property, String value, String cure, CapturedOutput output) {
		fails(NoRepositories.class, "--" + property, "--quiver.stores.catalog.kind=remote",
				"--quiver.defaults.require-tls=true");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(property.substring(0, property.indexOf('=')).replaceAll("\\.(nearst|remote).*", ""))
			.contains(value)
			.contains(cure);
	}

	@Test
	void severalEmbedders(CapturedOutput output) {
		fails(Embedders.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The store 'default' takes one TextEmbedder, but there are several: first, second.")
			.contains("Mark the one that is meant with @Primary");
	}

	@Test
	void directoryThatCannotBe(CapturedOutput output, @TempDir Path directory) throws IOException {
		Path file = Files.createFile(directory.resolve("file"));
		fails(Articles.class, "--quiver.stores.catalog.embedded.path=" + file.resolve("data"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The data directory '%s' cannot be used".formatted(file.resolve("data")))
			.contains("Correct 'quiver.stores.catalog.embedded.path'");
	}

	@Test
	void noStoreForARepository(CapturedOutput output) {
		SpringApplication application = application(Articles.class);
		application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader(EmbeddedClient.class,
				ProximaClient.class, SeekdbClient.class, RemoteClient.class)));
		assertThatException().isThrownBy(() -> application.run().close());
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("A bean of type VectorOperations is needed, but there is no store.")
			.contains("Add the dependency 'io.quiver:quiver-spring-boot-starter'");
	}

	@Test
	void noStoreForAService(CapturedOutput output) {
		SpringApplication application = application(Service.class);
		application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader(EmbeddedClient.class,
				ProximaClient.class, SeekdbClient.class, RemoteClient.class)));
		assertThatException().isThrownBy(() -> application.run().close());
		assertThat(output).contains("A bean of type VectorOperations is needed, but there is no store.");
	}

	@Test
	void missingModule(CapturedOutput output) {
		SpringApplication application = application(Articles.class);
		application.setResourceLoader(new DefaultResourceLoader(new FilteredClassLoader(EmbeddedClient.class,
				ProximaClient.class, SeekdbClient.class, RemoteClient.class)));
		assertThatException().isThrownBy(() -> application.run("--quiver.stores.catalog.embedded.path=data").close());
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'quiver.stores.catalog' is a store of kind 'embedded', but the module of that kind is not on")
			.contains("Add the dependency 'io.quiver:quiver-spring-boot-starter'.");
	}

	@Test
	void misspeltProperty(CapturedOutput output) {
		fails(Articles.class, "--quiver.stores.catalog.embeded.path=data");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The property 'quiver.stores.catalog.embeded.path'")
			.contains("Did you mean 'quiver.stores.catalog.embedded.path'?");
	}

	@Test
	void unknownKind(CapturedOutput output) {
		fails(Articles.class, "--quiver.stores.catalog.kind=embeded");
		assertThat(output).contains("'quiver.stores.catalog.kind' is 'embeded', which is no kind of store.")
			.contains("Did you mean 'embedded'? There are: embedded, proxima, remote, seekdb.");
	}

	@Test
	void unknownPrimary(CapturedOutput output) {
		fails(Articles.class, "--quiver.primary=catlog", "--quiver.stores.catalog.kind=embedded");
		assertThat(output).contains("'quiver.primary' is 'catlog', but there is no such store.")
			.contains("Did you mean 'catalog'? There are: catalog.");
	}

	@Test
	void wrongValue(CapturedOutput output) {
		fails(Articles.class, "--quiver.stores.catalog.embedded.durability=maybe");
		assertThat(output).contains("quiver.stores.catalog.embedded.durability")
			.contains("Value: \"maybe\"")
			.contains("FORCE")
			.contains("OS");
	}

	@Test
	void valueOutOfRange(CapturedOutput output) {
		fails(Articles.class, "--quiver.stores.catalog.embedded.m=1000");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'quiver.stores.catalog.embedded.m'")
			.contains("'m' must lie in [2, 512], but is 1000");
	}

	private static void fails(Class<?> configuration, String... arguments) {
		assertThatException().isThrownBy(() -> application(configuration).run(arguments).close());
	}

	private static SpringApplication application(Class<?> configuration) {
		SpringApplication application = new SpringApplication(configuration);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	static class Embedders extends Articles {

		@Bean
		TextEmbedder first() {
			return (text) -> new float[] { 1 };
		}

		@Bean
		TextEmbedder second() {
			return (text) -> new float[] { 2 };
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
			DefaultVectorStoreAutoConfiguration.class, VectorRepositoriesAutoConfiguration.class })
	static class Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Article.class)
	static class Articles extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = RemoteClient.class)
	static class NoRepositories extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Memo.class)
	static class UnknownStore extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Huge.class)
	static class HugeVectors extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Measure.class)
	static class DoubleVectors extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Resized.class)
	static class ResizedVectors extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = Note.class)
	static class Unsupported extends Stores {

	}

	@AutoConfigurationPackage(basePackageClasses = VectorDataAutoConfiguration.class)
	@ImportAutoConfiguration({ VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
			DefaultVectorStoreAutoConfiguration.class })
	@Configuration(proxyBeanMethods = false)
	static class Service {

		@Bean
		String service(VectorOperations operations) {
			return operations.toString();
		}

	}

}
