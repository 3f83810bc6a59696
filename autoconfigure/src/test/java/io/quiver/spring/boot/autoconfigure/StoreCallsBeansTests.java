package io.quiver.spring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.SearchTrace;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.StoreObservationContext;
import io.quiver.data.policy.StoreObservationConvention;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.StoreOperations;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the doors of stores and what clients are made of.
 *
 * @author Quiver
 */
@ExtendWith(OutputCaptureExtension.class)
class StoreCallsBeansTests {

	@Test
	void everyStoreHasADoorThatItsClientIsGiven() {
		RemoteStores.runner().withPropertyValues("quiver.stores.archive.kind=remote").run((context) -> {
			assertThat(context).getBeans(StoreCalls.class).containsOnlyKeys("catalogStoreCalls", "archiveStoreCalls");
			assertThat(RemoteStores.client(context).parts().calls()).isSameAs(context.getBean("catalogStoreCalls"));
		});
	}

	@Test
	@Tag("java21")
	void embeddedStoreGoesThroughItsDoor() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.local.kind=embedded")
			.withUserConfiguration(Observed.class)
			.run((context) -> {
				context.getBean("localRowStore", RowStore.class).collections();
				assertThat(context.getBean(Observed.class).names).containsExactly("collections local");
			});
	}

	@Test
	void doorAnswersToTheNameOfItsStore() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.archive.kind=remote")
			.withUserConfiguration(Qualified.class)
			.run((context) -> assertThat(context.getBean("mine")).isSameAs(context.getBean("archiveStoreCalls")));
	}

	@Test
	void doorOfThePrimaryStoreIsMeantWithoutAName() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.archive.kind=remote", "quiver.primary=archive")
			.run((context) -> assertThat(context.getBean(StoreCalls.class))
				.isSameAs(context.getBean("archiveStoreCalls")));
	}

	@Test
	void ownDoorIsKeptAndGivenToTheClient() {
		StoreCalls own = StoreCalls.direct();
		RemoteStores.runner().withBean("catalogStoreCalls", StoreCalls.class, () -> own).run((context) -> {
			assertThat(context).getBean(StoreCalls.class).isSameAs(own);
			assertThat(RemoteStores.client(context).parts().calls()).isSameAs(own);
		});
	}

	@Test
	void ownDoorMayBeThatOfTheOwnClient() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.archive.kind=remote")
			.withUserConfiguration(OwnClient.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean("catalogStoreCalls")).isNotSameAs(context.getBean("archiveStoreCalls"));
				assertThat(context.getBean("catalogRowStore", RowStore.class).collections())
					.containsExactly("articles");
			});
	}

	@Test
	void clientIsClosedWithTheContext() {
		RemoteStores.runner().run((context) -> {
			RemoteClient client = RemoteStores.client(context);
			context.close();
			assertThat(client.isClosed()).isTrue();
		});
	}

	@Test
	void lazyInitializationMakesNeitherDoorNorClient() {
		RemoteStores.runner()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context.getBeanFactory().getSingletonNames())
				.doesNotContain("catalogStoreCalls", "catalogRemoteClient", "catalogRowStore"));
	}

	@Test
	void groupOfAKindThatIsPluggedInIsBound() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.remote.url=http://localhost:1",
					"quiver.stores.catalog.remote.api-key=k", "quiver.stores.catalog.remote.headers.X-Trace=t",
					"quiver.stores.catalog.remote.parameters.timezone=UTC")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(RemoteStores.client(context).properties()).satisfies((properties) -> {
					assertThat(properties.url()).isEqualTo("http://localhost:1");
					assertThat(properties.apiKey()).isEqualTo("k");
					assertThat(properties.headers()).containsEntry("X-Trace", "t");
					assertThat(properties.parameters()).containsEntry("timezone", "UTC");
				});
			});
	}

	@Test
	void misspeltNameInAKindThatIsPluggedInStopsTheStart() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.remote.usrname=secret")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasMessageContaining("'quiver.stores.catalog.remote.usrname'")
				.hasMessageNotContaining("secret"));
	}

	@Test
	void callsAreObservedInTheRegistryOfTheApplication() {
		RemoteStores.runner().withUserConfiguration(Observed.class).run((context) -> {
			RemoteStores.client(context).call(StoreOperations.NEAREST.on("articles"), (attempt) -> 1);
			assertThat(context.getBean(Observed.class).names).containsExactly("nearest articles");
		});
	}

	@Test
	void ownConventionNamesCalls() {
		RemoteStores.runner()
			.withUserConfiguration(Observed.class)
			.withBean(StoreObservationConvention.class, OwnConvention::new)
			.run((context) -> {
				RemoteStores.client(context).call(StoreOperations.NEAREST, (attempt) -> 1);
				assertThat(context.getBean(Observed.class).names).containsExactly("mine");
			});
	}

	@Test
	void conditionsAreTracedOnlyIfThatIsSaid() {
		Operation search = StoreOperations.NEAREST
			.searching(() -> new SearchTrace("embedding", 3, 10, "cosine", () -> "country = 'NL'"));
		RemoteStores.runner().withUserConfiguration(Observed.class).run((context) -> {
			RemoteStores.client(context).call(search, (attempt) -> 1);
			assertThat(context.getBean(Observed.class).values).doesNotContain("country = 'NL'").contains("embedding");
		});
		RemoteStores.runner()
			.withUserConfiguration(Observed.class)
			.withPropertyValues("quiver.observations.include-filters=true")
			.run((context) -> {
				RemoteStores.client(context).call(search, (attempt) -> 1);
				assertThat(context.getBean(Observed.class).values).contains("country = 'NL'");
			});
	}

	@Test
	void poolIsWatchedUnderTheNamesOfStoreAndKind() {
		List<String> watched = new CopyOnWriteArrayList<>();
		PoolMonitors monitors = (store, system) -> {
			watched.add(store + " " + system);
			return PoolMonitor.none();
		};
		RemoteStores.runner()
			.withBean(PoolMonitors.class, () -> monitors)
			.run((context) -> assertThat(watched).containsExactly("catalog remote"));
	}

	@Test
	void withoutBundleThereIsNoTls() {
		RemoteStores.client((client) -> assertThat(client.parts().sslBundle()).isNull());
	}

	@Test
	void bundleIsGivenToTheClient() {
		withBundles((client, bundle) -> assertThat(client.parts().sslBundle()).isSameAs(bundle),
				"quiver.stores.catalog.ssl.bundle=inner");
	}

	@Test
	void bundleOfAllStoresIsGivenToTheClient() {
		withBundles((client, bundle) -> assertThat(client.parts().sslBundle()).isSameAs(bundle),
				"quiver.defaults.ssl.bundle=inner");
	}

	@Test
	void bundleOfTheStoreSwitchesTlsOnWhereStoresInGeneralHaveNone() {
		withBundles((client, bundle) -> assertThat(client.parts().sslBundle()).isSameAs(bundle),
				"quiver.defaults.ssl.enabled=false", "quiver.stores.catalog.ssl.bundle=inner");
	}

	@Test
	void tlsCanBeSwitchedOff() {
		withBundles((client, bundle) -> assertThat(client.parts().sslBundle()).isNull(),
				"quiver.defaults.ssl.bundle=inner", "quiver.stores.catalog.ssl.enabled=false");
	}

	@Test
	void tlsWithoutBundleTrustsWhomJavaTrusts() {
		withBundles((client, bundle) -> assertThat(client.parts().sslBundle()).isNotNull().isNotSameAs(bundle),
				"quiver.stores.catalog.ssl.enabled=true");
	}

	@Test
	void credentialsInTheOpenAreWarnedOf(CapturedOutput output) {
		RemoteStores.client((client) -> assertThat(client.isClosed()).isFalse(),
				"stores.catalog.remote.url=http://db.example.com", "stores.catalog.remote.password=secret");
		assertThat(output).containsOnlyOnce("The credentials of 'quiver.stores.catalog' are sent to")
			.doesNotContain("secret");
	}

	@Test
	void requiredTlsStopsTheStartWithoutIt() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.remote.url=http://db.example.com",
					"quiver.defaults.require-tls=true")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasStackTraceContaining("'quiver.stores.catalog' requires TLS"));
		RemoteStores.client((client) -> assertThat(client.isClosed()).isFalse(),
				"stores.catalog.remote.url=https://db.example.com", "stores.catalog.require-tls=true",
				"stores.catalog.remote.password=secret");
	}

	@Test
	void withoutMicrometerAndResilienceForSpringEverythingStarts() {
		RemoteStores.runner()
			.withClassLoader(new FilteredClassLoader("io.micrometer.core", "io.github.resilience4j.micrometer",
					"io.github.resilience4j.springboot", "org.springframework.boot.micrometer"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(RemoteStores.client(context).<Integer>call(StoreOperations.NEAREST, (attempt) -> 1))
					.isEqualTo(1);
			});
	}

	@Test
	void ourRegistriesAreNoBeansThatWouldKeepOthersFromBeingMade() {
		RemoteStores.runner()
			.run((context) -> assertThat(context).doesNotHaveBean(RetryRegistry.class)
				.doesNotHaveBean(CircuitBreakerRegistry.class)
				.doesNotHaveBean(BulkheadRegistry.class));
	}

	private static void withBundles(BiConsumer<RemoteClient, SslBundle> test, String... properties) {
		SslBundle bundle = SslBundle.of(SslStoreBundle.NONE);
		RemoteStores.runner()
			.withBean("bundles", SslBundles.class, () -> new DefaultSslBundleRegistry("inner", bundle))
			.withPropertyValues(properties)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				test.accept(RemoteStores.client(context), bundle);
			});
	}

	static class OwnConvention extends DefaultStoreObservationConvention {

		@Override
		public String getContextualName(StoreObservationContext context) {
			return "mine";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		RemoteClient catalogRemoteClient(@Qualifier("archive") RemoteClient other) {
			return other;
		}

		@Bean
		StoreCalls catalogStoreCalls(@Qualifier("catalog") RemoteClient client) {
			assertThat(client).isNotNull();
			return StoreCalls.direct();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Observed {

		private final List<String> names = new CopyOnWriteArrayList<>();

		private final List<String> values = new CopyOnWriteArrayList<>();

		@Bean
		ObservationRegistry observationRegistry() {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new ObservationHandler<>() {

				@Override
				public void onStop(Observation.Context context) {
					Observed.this.names.add(context.getContextualName());
					context.getAllKeyValues().forEach((pair) -> Observed.this.values.add(pair.getValue()));
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return true;
				}

			});
			return registry;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Qualified {

		@Bean
		Object mine(@Qualifier("archive") StoreCalls calls) {
			return calls;
		}

	}

}
