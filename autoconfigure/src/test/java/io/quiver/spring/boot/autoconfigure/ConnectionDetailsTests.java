package io.quiver.spring.boot.autoconfigure;

import java.util.function.Consumer;

import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.spring.boot.autoconfigure.remote.RemoteConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests that beans of connection details win over properties, each for its store.
 *
 * @author Quiver
 */
class ConnectionDetailsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, VectorDataAutoConfiguration.class,
				VectorStoreAutoConfiguration.class, DefaultVectorStoreAutoConfiguration.class));

	@Test
	void onlyStoreOfItsKindIsServedByTheBean() {
		this.runner.withBean("anything", RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.catalog.remote.url=http://properties")
			.run((context) -> assertThat(url(context, "catalog")).isEqualTo("http://bean"));
	}

	@Test
	void ofSeveralStoresThePrimaryIsServed() {
		this.runner.withBean("anything", RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.primary=archive", "quiver.stores.catalog.remote.url=http://properties",
					"quiver.stores.archive.kind=remote")
			.run((context) -> {
				assertThat(url(context, "archive")).isEqualTo("http://bean");
				assertThat(url(context, "catalog")).isEqualTo("http://properties");
			});
	}

	@Test
	void beansAreOfTheStoresThatTheyAreCalledAfter() {
		this.runner.withBean("catalogConnectionDetails", RemoteConnectionDetails.class, () -> details("http://catalog"))
			.withBean("archiveConnectionDetails", RemoteConnectionDetails.class, () -> details("http://archive"))
			.withPropertyValues("quiver.primary=catalog", "quiver.stores.catalog.kind=remote",
					"quiver.stores.archive.kind=remote", "quiver.stores.other.remote.url=http://properties")
			.run((context) -> {
				assertThat(url(context, "catalog")).isEqualTo("http://catalog");
				assertThat(url(context, "archive")).isEqualTo("http://archive");
				assertThat(url(context, "other")).isEqualTo("http://properties");
			});
	}

	@Test
	void beanThatIsCalledAfterNoStoreIsOfTheOneThatHasNone() {
		this.runner.withBean("catalogConnectionDetails", RemoteConnectionDetails.class, () -> details("http://catalog"))
			.withBean("anything", RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.catalog.kind=remote", "quiver.stores.archive.kind=remote")
			.run((context) -> {
				assertThat(url(context, "catalog")).isEqualTo("http://catalog");
				assertThat(url(context, "archive")).isEqualTo("http://bean");
			});
	}

	@Test
	void beanThatCouldServeSeveralStoresIsAnError() {
		this.runner.withBean("anything", RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.catalog.kind=remote", "quiver.stores.archive.kind=remote")
			.run(failure((failure) -> {
				assertThat(failure).hasMessageContaining("'anything'").hasMessageContaining("catalog, archive");
				assertThat(failure.analysis().getAction()).contains("'catalogConnectionDetails'")
					.contains("'quiver.primary'");
			}));
	}

	@Test
	void severalBeansThatAreCalledAfterNoStoreAreAnError() {
		this.runner.withBean("one", RemoteConnectionDetails.class, () -> details("http://one"))
			.withBean("other", RemoteConnectionDetails.class, () -> details("http://other"))
			.withPropertyValues("quiver.stores.catalog.kind=remote")
			.run(failure((failure) -> {
				assertThat(failure).hasMessageContaining("one, other");
				assertThat(failure.analysis().getAction()).contains("'kind: remote'");
			}));
	}

	@Test
	void primaryOneOfSeveralBeansIsMeant() {
		this.runner.withBean("one", RemoteConnectionDetails.class, () -> details("http://one"))
			.withBean("other", RemoteConnectionDetails.class, () -> details("http://other"),
					(definition) -> definition.setPrimary(true))
			.withPropertyValues("quiver.stores.catalog.kind=remote")
			.run((context) -> assertThat(url(context, "catalog")).isEqualTo("http://other"));
	}

	@Test
	void beanWithoutAStoreOfItsKindMakesTheDefaultOne() {
		this.runner.withBean(RemoteConnectionDetails.class, () -> details("http://bean")).run((context) -> {
			assertThat(url(context, "default")).isEqualTo("http://bean");
			assertThat(context).hasSingleBean(RowStore.class);
		});
	}

	@Test
	void whereTheDefaultStoreIsOfAnotherKindTheNewOneIsCalledAfterItsOwn() {
		this.runner.withBean(RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.default.kind=proxima", "quiver.primary=default")
			.run((context) -> {
				assertThat(url(context, "remote")).isEqualTo("http://bean");
				assertThat(context).hasBean("defaultProximaClient");
			});
	}

	@Test
	void storesOfOtherKindsAreLeftAlone() {
		this.runner.withBean(RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.catalog.kind=remote", "quiver.stores.vectors.kind=proxima")
			.run((context) -> {
				assertThat(url(context, "catalog")).isEqualTo("http://bean");
				assertThat(context.getBean("vectorsProximaClient")).isNotNull();
			});
	}

	@Test
	void beanDecidesAboutTls() {
		SslBundle bundle = SslBundle.systemDefault();
		this.runner.withBean(RemoteConnectionDetails.class, () -> new Details("http://bean", bundle))
			.withPropertyValues("quiver.stores.catalog.kind=remote")
			.run((context) -> assertThat(client(context, "catalog").parts().sslBundle()).isSameAs(bundle));
		this.runner.withBean(RemoteConnectionDetails.class, () -> details("http://bean"))
			.withPropertyValues("quiver.stores.catalog.kind=remote", "quiver.stores.catalog.ssl.enabled=true")
			.run((context) -> assertThat(client(context, "catalog").parts().sslBundle()).isNull());
	}

	@Test
	void tlsIsRequiredOfTheBeanToo() {
		this.runner.withBean(RemoteConnectionDetails.class, () -> details("http://db.example.com"))
			.withPropertyValues("quiver.stores.catalog.kind=remote", "quiver.stores.catalog.require-tls=true")
			.run(failure((failure) -> assertThat(failure).hasMessageContaining("requires TLS")));
	}

	private static String url(AssertableApplicationContext context, String store) {
		return client(context, store).url();
	}

	private static RemoteClient client(AssertableApplicationContext context, String store) {
		assertThat(context).hasNotFailed();
		return context.getBean(store + "RemoteClient", RemoteClient.class);
	}

	private static ContextConsumer<AssertableApplicationContext> failure(Consumer<FailureAnalyzedException> test) {
		return (context) -> assertThat(context).getFailure()
			.extracting(NestedExceptionUtils::getMostSpecificCause)
			.asInstanceOf(type(FailureAnalyzedException.class))
			.satisfies(test);
	}

	private static RemoteConnectionDetails details(String url) {
		return new Details(url, null);
	}

	private record Details(String getUrl, @Nullable SslBundle getSslBundle) implements RemoteConnectionDetails {

	}

}
