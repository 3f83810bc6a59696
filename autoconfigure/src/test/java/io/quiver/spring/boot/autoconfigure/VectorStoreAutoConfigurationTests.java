package io.quiver.spring.boot.autoconfigure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quiver.data.core.TenantResolver;
import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.core.convert.VectorCustomConversions;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.jackson.VectorJacksonAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.seekdb.SeekdbClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.data.convert.WritingConverter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link VectorStoreAutoConfiguration} and
 * {@link DefaultVectorStoreAutoConfiguration}.
 *
 * @author Quiver
 */
@Tag("java21")
@ExtendWith(OutputCaptureExtension.class)
class VectorStoreAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
				DefaultVectorStoreAutoConfiguration.class, VectorJacksonAutoConfiguration.class));

	@Test
	void withoutPropertiesThereIsTheDefaultStoreInMemory(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(context).hasBean("defaultEmbeddedClient")
				.hasBean("defaultRowStore")
				.hasBean("defaultVectorTemplate")
				.hasSingleBean(VectorOperations.class);
			assertThat(context.getBean(RowStore.class).name()).isEqualTo("default");
			assertThat(context.getBean(EmbeddedClient.class).settings().path()).isNull();
		});
		assertThat(output).containsOnlyOnce("lost when the application exits")
			.contains("'quiver.stores.default.embedded.path'");
	}

	@Test
	void configuredStoreTakesThePlaceOfTheDefault() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded").run((context) -> {
			assertThat(context).doesNotHaveBean("defaultVectorTemplate");
			assertThat(context.getBean(VectorOperations.class).store().name()).isEqualTo("catalog");
			assertThat(context.getBean("catalogRowStore")).isInstanceOf(EmbeddedStore.class);
		});
	}

	@Test
	void everyBeanOfAStoreAnswersToItsName() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded", "quiver.stores.archive.kind=embedded")
			.withUserConfiguration(QualifiedConfiguration.class)
			.run((context) -> {
				Qualified catalog = context.getBean(Qualified.class);
				assertThat(catalog.operations()).isSameAs(context.getBean("catalogVectorTemplate"));
				assertThat(catalog.template()).isSameAs(catalog.operations());
				assertThat(catalog.store()).isSameAs(context.getBean("catalogRowStore"));
				assertThat(catalog.client()).isSameAs(context.getBean("catalogEmbeddedClient"));
			});
	}

	@Test
	void noneOfSeveralStoresIsMeantWithoutAName() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded", "quiver.stores.archive.kind=embedded")
			.run((context) -> {
				assertThat(context).getBeans(VectorOperations.class).hasSize(2);
				assertThat(context.getBeanProvider(VectorOperations.class).getIfUnique()).isNull();
			});
	}

	@Test
	void primaryStoreIsMeantWithoutAName() {
		this.runner
			.withPropertyValues("quiver.primary=archive", "quiver.stores.catalog.kind=embedded",
					"quiver.stores.archive.kind=embedded")
			.run((context) -> {
				assertThat(context.getBean(VectorOperations.class).store().name()).isEqualTo("archive");
				assertThat(context.getBean(RowStore.class).name()).isEqualTo("archive");
				assertThat(context.getBean(EmbeddedClient.class)).isSameAs(context.getBean("archiveEmbeddedClient"));
			});
	}

	@Test
	void ownClientIsKeptAndUsed() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded")
			.withUserConfiguration(OwnClientConfiguration.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(EmbeddedClient.class).hasBean("catalogVectorTemplate");
				assertThat(context.getBean(EmbeddedClient.class).settings().ef()).isEqualTo(99);
			});
	}

	@Test
	void ownStoreIsKeptAndNoClientMade() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded")
			.withUserConfiguration(OwnStoreConfiguration.class)
			.run((context) -> {
				assertThat(context).doesNotHaveBean(EmbeddedClient.class).hasSingleBean(RowStore.class);
				assertThat(context.getBean(VectorTemplate.class).store()).isSameAs(context.getBean("catalogRowStore"));
			});
	}

	@Test
	void ownTemplateIsKeptAndAnswersToTheNameOfItsStore() {
		this.runner.withPropertyValues("quiver.stores.catalog.kind=embedded", "quiver.stores.archive.kind=embedded")
			.withUserConfiguration(OwnTemplateConfiguration.class, QualifiedConfiguration.class)
			.run((context) -> {
				assertThat(context).getBeans(VectorOperations.class).hasSize(2);
				assertThat(context.getBean(Qualified.class).operations())
					.isSameAs(context.getBean(OwnTemplateConfiguration.class).own);
			});
	}

	@Test
	void ownStoreOfAnotherNameReplacesTheDefault() {
		this.runner.withUserConfiguration(OwnStoreConfiguration.class)
			.run((context) -> assertThat(context).hasSingleBean(RowStore.class).doesNotHaveBean(VectorTemplate.class));
	}

	@Test
	void ownMappingContextIsKept() {
		this.runner.withUserConfiguration(OwnMappingConfiguration.class).run((context) -> {
			VectorMappingContext own = context.getBean("ownMapping", VectorMappingContext.class);
			assertThat(context).getBean(VectorMappingContext.class).isSameAs(own);
			assertThat(context.getBean(VectorTemplate.class).mappingContext()).isSameAs(own);
		});
	}

	@Test
	void ownConversionsAreKeptAndUsed() {
		this.runner.withUserConfiguration(OwnConversionsConfiguration.class).run((context) -> {
			assertThat(context).getBean(VectorCustomConversions.class)
				.isSameAs(context.getBean(OwnConversionsConfiguration.class).own);
			assertThat(context.getBean(VectorMappingContext.class)
				.getConversionService()
				.convert(StandardCharsets.UTF_8, byte[].class)).containsExactly(8);
		});
	}

	@Test
	void severalEmbeddersAreNamed() {
		this.runner.withBean("second", TextEmbedder.class, () -> (text) -> new float[] { 2 })
			.withBean("first", TextEmbedder.class, () -> (text) -> new float[] { 1 })
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining(
						"The store 'default' takes one TextEmbedder, but there are several: first, second."));
	}

	@Test
	void primaryEmbedderIsTaken() {
		this.runner.withBean("first", TextEmbedder.class, () -> (text) -> new float[] { 1 })
			.withBean("second", TextEmbedder.class, () -> (text) -> new float[] { 2 },
					(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalTenantResolversAndNonePrimaryAreRefused() {
		this.runner.withBean("first", TenantResolver.class, () -> () -> "a")
			.withBean("second", TenantResolver.class, () -> () -> "b")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining(
						"The store 'default' takes one TenantResolver, but there are several: first, second."));
	}

	@Test
	void clientIsClosedWithTheContext() {
		this.runner.run((context) -> {
			EmbeddedStore store = context.getBean(EmbeddedStore.class);
			assertThat(store.collections()).isEmpty();
			context.close();
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(store::collections);
		});
	}

	@Test
	void valueThatTheEngineRefusesNamesItsProperty() {
		this.runner.withPropertyValues("quiver.stores.catalog.embedded.ef=0")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasMessageContaining("quiver.stores.catalog.embedded.ef")
				.hasMessageContaining("'0'"));
	}

	@Test
	void emptyPathIsRefused() {
		this.runner.withPropertyValues("quiver.stores.catalog.embedded.path=")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasMessageContaining("quiver.stores.catalog.embedded.path"));
	}

	@Test
	void misspeltPropertyStopsTheStartInsteadOfMakingAnEmptyStore() {
		this.runner.withPropertyValues("quiver.stores.catalog.embeded.path=data")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.isInstanceOf(FailureAnalyzedException.class)
				.hasMessageContaining("'quiver.stores.catalog.embeded.path'"));
	}

	@Test
	void withoutTheModuleThereIsNoStore() {
		this.runner
			.withClassLoader(new FilteredClassLoader(EmbeddedClient.class, ProximaClient.class, SeekdbClient.class,
					RemoteClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(VectorOperations.class));
	}

	@Test
	void withoutTheModuleAConfiguredStoreNamesTheStarter() {
		this.runner
			.withClassLoader(new FilteredClassLoader(EmbeddedClient.class, ProximaClient.class, SeekdbClient.class,
					RemoteClient.class))
			.withPropertyValues("quiver.stores.catalog.kind=embedded")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.isInstanceOfSatisfying(FailureAnalyzedException.class, (ex) -> assertThat(ex.analysis().getAction())
					.contains("'io.quiver:quiver-spring-boot-starter'")));
	}

	@Test
	void withoutOptionalClassesEverythingElseStarts() {
		this.runner
			.withClassLoader(new FilteredClassLoader("tools.jackson", "org.springframework.boot.data", "io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(VectorTemplate.class));
	}

	@Test
	void lazyInitializationOpensNothing() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("defaultEmbeddedClient")).isFalse();
				assertThat(context.getBean(VectorTemplate.class)).isNotNull();
				assertThat(context.getBeanFactory().containsSingleton("defaultEmbeddedClient")).isTrue();
			});
	}

	record Qualified(VectorOperations operations, VectorTemplate template, RowStore store, EmbeddedClient client) {
	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedConfiguration {

		@Bean
		Qualified qualified(@Qualifier("catalog") VectorOperations operations,
				@Qualifier("catalog") VectorTemplate template, @Qualifier("catalog") RowStore store,
				@Qualifier("catalog") EmbeddedClient client) {
			return new Qualified(operations, template, store, client);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClientConfiguration {

		@Bean
		EmbeddedClient catalogEmbeddedClient() {
			return EmbeddedClient.open(EmbeddedSettings.builder().ef(99).build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMappingConfiguration {

		@Bean
		VectorMappingContext ownMapping() {
			return new VectorMappingContext();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConversionsConfiguration {

		private final VectorCustomConversions own = new VectorCustomConversions(List.of(new CharsetBytes()));

		@Bean
		VectorCustomConversions ownConversions() {
			return this.own;
		}

	}

	@WritingConverter
	static class CharsetBytes implements Converter<Charset, byte[]> {

		@Override
		public byte[] convert(Charset source) {
			return new byte[] { 8 };
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnStoreConfiguration {

		@Bean
		RowStore catalogRowStore() {
			return new EmbeddedStore("catalog", EmbeddedClient.open(EmbeddedSettings.inMemory()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTemplateConfiguration {

		private final VectorTemplate own = VectorTemplate
			.builder(new EmbeddedStore("own", EmbeddedClient.open(EmbeddedSettings.inMemory())))
			.build();

		@Bean
		VectorTemplate catalogVectorTemplate() {
			return this.own;
		}

	}

}
