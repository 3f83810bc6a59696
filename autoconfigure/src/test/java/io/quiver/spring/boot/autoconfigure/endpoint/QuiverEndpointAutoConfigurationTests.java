package io.quiver.spring.boot.autoconfigure.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.retry.Retry;
import io.quiver.data.core.query.Metric;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorRepositoriesAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.article.Article;
import io.quiver.spring.boot.autoconfigure.article.ArticleRepository;
import io.quiver.spring.boot.autoconfigure.endpoint.ColumnDescriptor.Role;
import io.quiver.spring.boot.autoconfigure.inspect.FakeStores;
import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link QuiverEndpointAutoConfiguration} and {@link QuiverEndpoint}.
 *
 * @author Quiver
 */
@NullUnmarked
class QuiverEndpointAutoConfigurationTests {

	/** What is promised is two seconds; a busy machine may take longer to notice. */
	private static final Duration PROMISED = Duration.ofSeconds(10);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
				DefaultVectorStoreAutoConfiguration.class, VectorRepositoriesAutoConfiguration.class,
				QuiverEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=quiver");

	private final RowStore a = FakeStores.named("a");

	private final RowStore b = FakeStores.named("b");

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	@Tag("java21")
	void showsTheEmbeddedStoreItsCollectionsAndRepositories() {
		this.runner.withUserConfiguration(Articles.class).run((context) -> {
			context.getBean(ArticleRepository.class).save(new Article("a", "NL", Vector.of(1f, 0f, 0f)));
			QuiverDescriptor described = describe(context);
			StoreDescriptor store = described.stores().get("default");
			assertThat(store.kind()).isEqualTo("embedded");
			assertThat(store.primary()).isTrue();
			assertThat(store.error()).isNull();
			assertThat(store.details()).containsEntry("storage", "memory");
			assertThat(store.abilities().can()).contains(Ability.NEAREST);
			assertThat(store.abilities().cannot()).contains(Ability.ROW_TTL).doesNotContain(Ability.NEAREST);
			CollectionDescriptor articles = store.collections().get("articles");
			assertThat(articles.rows()).isEqualTo(1);
			assertThat(articles.error()).isNull();
			assertThat(articles.columns()).contains(
					new ColumnDescriptor("id", Role.KEY, ColumnType.STRING, null, null, false, null, null),
					new ColumnDescriptor("embedding", Role.VECTOR, null, 3, Metric.COSINE, true, null, null));
			assertThat(described.repositories()).singleElement().satisfies((repository) -> {
				assertThat(repository.repository()).isEqualTo(ArticleRepository.class.getName());
				assertThat(repository.entity()).isEqualTo(Article.class.getName());
				assertThat(repository.store()).isEqualTo("default");
				assertThat(repository.collection()).isEqualTo("articles");
				assertThat(repository.queries()).singleElement()
					.hasToString("ArticleRepository.findByCountry(String): "
							+ "find where country = ? in 'articles' on default (embedded)");
				assertThat(repository.refused()).isEmpty();
			});
		});
	}

	@Test
	@Tag("java21")
	void showsOneStoreWithItsRepositories() {
		this.runner.withUserConfiguration(Articles.class)
			.withPropertyValues("quiver.primary=main", "quiver.stores.main.kind=embedded",
					"quiver.stores.other.kind=embedded")
			.run((context) -> {
				assertThat(describe(context).stores()).containsOnlyKeys("main", "other");
				QuiverDescriptor main = endpoint(context).store("main");
				assertThat(main.stores()).containsOnlyKeys("main");
				assertThat(main.stores().get("main").primary()).isTrue();
				assertThat(main.repositories()).hasSize(1);
				QuiverDescriptor other = endpoint(context).store("other");
				assertThat(other.stores().get("other").primary()).isFalse();
				assertThat(other.repositories()).isEmpty();
				assertThat(endpoint(context).store("missing")).isNull();
			});
	}

	@Test
	@Tag("java21")
	void makesNothingThatIsLazy() {
		this.runner.withUserConfiguration(Articles.class)
			.withInitializer((context) -> context.addBeanFactoryPostProcessor(
					(beans) -> List.of("defaultRowStore", "defaultVectorTemplate", "articleRepository")
						.forEach((bean) -> beans.getBeanDefinition(bean).setLazyInit(true))))
			.run((context) -> {
				QuiverDescriptor described = describe(context);
				assertThat(described.stores()).containsOnly(Map.entry("default", StoreDescriptor.waiting("embedded")));
				assertThat(described.repositories())
					.containsExactly(RepositoryDescriptor.waiting(ArticleRepository.class.getName()));
				assertThat(endpoint(context).store("default").stores()).containsOnlyKeys("default");
				assertThat(context.getSourceApplicationContext(ConfigurableApplicationContext.class)
					.getBeanFactory()
					.containsSingleton("defaultRowStore")).isFalse();
				context.getBean(ArticleRepository.class);
				assertThat(describe(context).stores().get("default").initialized()).isTrue();
				assertThat(describe(context).repositories()).singleElement()
					.extracting(RepositoryDescriptor::initialized)
					.isEqualTo(true);
			});
	}

	@Test
	void asksNobodyAtStart() {
		both().run((context) -> {
			assertThat(context).hasSingleBean(QuiverEndpoint.class);
			then(this.a).should(never()).collections();
			then(this.a).should(never()).details();
		});
	}

	@Test
	void showsCollectionsWithTheirShapeAndSize() {
		collection(this.a, "articles");
		both().run((context) -> {
			CollectionDescriptor articles = describe(context).stores().get("a").collections().get("articles");
			assertThat(articles.columns()).extracting(ColumnDescriptor::name, ColumnDescriptor::role)
				.containsExactly(tuple("id", Role.KEY), tuple("embedding", Role.VECTOR));
			assertThat(articles.rows()).isEqualTo(7);
			assertThat(articles.sizeInBytes()).isNull();
			assertThat(articles.details()).containsEntry("segments", 2);
		});
	}

	@Test
	void storeThatThrowsShowsItsErrorBesideTheRest() {
		given(this.a.collections())
			.willThrow(new DataAccessResourceFailureException("refused by http://ann:secret@localhost\nsecond line"));
		collection(this.b, "articles");
		both().run((context) -> {
			QuiverDescriptor described = describe(context);
			assertThat(described.stores().get("a").error()).isEqualTo(
					"org.springframework.dao.DataAccessResourceFailureException: refused by http://******@localhost");
			assertThat(described.stores().get("a").collections()).isEmpty();
			assertThat(described.stores().get("b").error()).isNull();
			assertThat(described.stores().get("b").collections()).containsOnlyKeys("articles");
		});
	}

	@Test
	void collectionThatThrowsShowsItsErrorBesideTheRest() {
		collection(this.a, "articles");
		given(this.a.collections()).willReturn(List.of("articles", "broken"));
		given(this.a.stats("broken")).willThrow(new DataAccessResourceFailureException("no such segment"));
		both().run((context) -> {
			StoreDescriptor store = describe(context).stores().get("a");
			assertThat(store.error()).isNull();
			assertThat(store.collections().get("articles").rows()).isEqualTo(7);
			assertThat(store.collections().get("broken").error()).endsWith("no such segment");
		});
	}

	@Test
	void storeThatHangsKeepsNobodyWaiting() {
		CountDownLatch entered = new CountDownLatch(1);
		given(this.a.details()).willReturn(Map.of("address", "localhost"));
		willAnswer(FakeStores.blocking(entered, this.released)).given(this.a).collections();
		collection(this.b, "articles");
		both().run((context) -> {
			long begin = System.nanoTime();
			QuiverDescriptor described = describe(context);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
			assertThat(described.stores().get("a").error())
				.isEqualTo("org.springframework.dao.QueryTimeoutException: No answer within 1500 ms");
			assertThat(described.stores().get("a").details()).containsEntry("address", "localhost");
			assertThat(described.stores().get("b").collections()).containsOnlyKeys("articles");
			describe(context);
			then(this.a).should().collections();
			this.released.countDown();
		});
	}

	@Test
	void storeThatHangsInTheMiddleShowsWhatItHasTold() {
		CountDownLatch entered = new CountDownLatch(1);
		collection(this.a, "articles");
		given(this.a.collections()).willReturn(List.of("articles", "slow"));
		willAnswer(FakeStores.blocking(entered, this.released)).given(this.a).stats("slow");
		both().run((context) -> {
			StoreDescriptor store = describe(context).stores().get("a");
			assertThat(store.error()).contains("No answer within");
			assertThat(store.collections()).containsOnlyKeys("articles");
			this.released.countDown();
		});
	}

	@Test
	void storesAreAskedAllAtOnce() {
		CyclicBarrier together = new CyclicBarrier(2);
		for (RowStore store : new RowStore[] { this.a, this.b }) {
			willAnswer((call) -> {
				together.await(1, TimeUnit.MINUTES);
				return List.of();
			}).given(store).collections();
		}
		both().run((context) -> assertThat(describe(context).stores().values()).extracting(StoreDescriptor::error)
			.containsOnlyNulls());
	}

	@Test
	void showsPoliciesAndTheStateOfTheBreaker() {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("quiver-a");
		Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
				Duration.ZERO);
		StoreCalls calls = StoreCalls.builder("a", "fake")
			.timeouts(timeouts)
			.retry(Retry.ofDefaults("quiver-a"))
			.circuitBreaker(breaker)
			.bulkhead(Bulkhead.ofDefaults("quiver-a"), Duration.ZERO)
			.operation("nearest", Timeouts.none(), null)
			.build();
		both().withBean("aStoreCalls", StoreCalls.class, () -> calls).run((context) -> {
			breaker.transitionToOpenState();
			PoliciesDescriptor policies = describe(context).stores().get("a").policies();
			assertThat(policies.timeouts()).isEqualTo(new PoliciesDescriptor.TimeoutsDescriptor(Duration.ofSeconds(2),
					Duration.ofSeconds(5), Duration.ofSeconds(10), null));
			assertThat(policies.retry()).isEqualTo(new PoliciesDescriptor.RetryDescriptor(3));
			assertThat(policies.circuitBreaker())
				.isEqualTo(new PoliciesDescriptor.CircuitBreakerDescriptor(State.OPEN, null, 50, 0));
			assertThat(policies.bulkhead()).isEqualTo(new PoliciesDescriptor.BulkheadDescriptor(25, 25));
			assertThat(policies.operations()).containsOnlyKeys("nearest");
			assertThat(policies.operations().get("nearest").retry()).isNull();
			assertThat(describe(context).stores().get("b").policies()).isNull();
		});
	}

	@Test
	void detailsCalledLikeACredentialAreHidden() {
		given(this.a.details()).willReturn(Map.of("password", "secret", "version", "1.2", "node",
				Map.of("apiToken", "secret", "url", "http://ann:secret@localhost")));
		both().run((context) -> assertThat(describe(context).stores().get("a").details()).isEqualTo(Map.of("password",
				"******", "version", "1.2", "node", Map.of("apiToken", "******", "url", "http://******@localhost"))));
	}

	@Test
	void applicationMayHideMore() {
		given(this.a.details()).willReturn(Map.of("version", "1.2", "node", "n1"));
		both()
			.withBean(SanitizingFunction.class,
					() -> SanitizingFunction.sanitizeValue().ifKeyEquals("quiver.stores.a.details.version"))
			.run((context) -> assertThat(describe(context).stores().get("a").details())
				.isEqualTo(Map.of("version", "******", "node", "n1")));
	}

	@Test
	void answersWithoutAnyStore() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(QuiverEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=quiver")
			.run((context) -> assertThat(describe(context)).isEqualTo(new QuiverDescriptor(Map.of(), List.of())));
	}

	@Test
	void isNotThereUnlessExposed() {
		both().withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(QuiverEndpoint.class));
	}

	@Test
	void isNotThereWithoutAccess() {
		both().withPropertyValues("management.endpoint.quiver.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(QuiverEndpoint.class));
	}

	@Test
	void isNotThereWithoutActuator() {
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.withUserConfiguration(Imported.class)
			.withBean("aRowStore", RowStore.class, () -> this.a)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("quiverEndpoint"));
	}

	@Test
	void backsOffForOneOfTheUser() {
		both()
			.withBean("mine", QuiverEndpoint.class,
					() -> new QuiverEndpoint(new DefaultListableBeanFactory(),
							new Shown(Secrets.of(new StandardEnvironment(), Stream.empty())), List.of()))
			.run((context) -> assertThat(context).hasSingleBean(QuiverEndpoint.class).hasBean("mine"));
	}

	private ApplicationContextRunner both() {
		return this.runner.withBean("aRowStore", RowStore.class, () -> this.a)
			.withBean("bRowStore", RowStore.class, () -> this.b)
			.withPropertyValues("quiver.repositories.enabled=false");
	}

	private static void collection(RowStore store, String name) {
		given(store.collections()).willReturn(List.of(name));
		given(store.describe(name)).willReturn(new CollectionSpec(name, List
			.of(new KeyColumn("id", ColumnType.STRING, false), new VectorColumn("embedding", 3, Metric.COSINE, true))));
		given(store.stats(any())).willReturn(new CollectionStats(7L, null, Map.of("segments", 2)));
	}

	private static QuiverDescriptor describe(AssertableApplicationContext context) {
		return endpoint(context).quiver();
	}

	private static QuiverEndpoint endpoint(AssertableApplicationContext context) {
		return context.getBean(QuiverEndpoint.class);
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Article.class)
	static class Articles {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(QuiverEndpointAutoConfiguration.class)
	static class Imported {

	}

}
