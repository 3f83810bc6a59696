package io.quiver.spring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.inspect.FakeStores;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.PingHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link QuiverHealthContributorAutoConfiguration}.
 *
 * @author Quiver
 */
@ExtendWith(OutputCaptureExtension.class)
@NullUnmarked
class QuiverHealthContributorAutoConfigurationTests {

	private static final String WELL = "quiver.health.timeout=1m";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
				DefaultVectorStoreAutoConfiguration.class, QuiverHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class,
				AvailabilityHealthContributorAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class))
		.withPropertyValues("management.endpoint.health.show-details=always");

	private final RowStore a = FakeStores.named("a");

	private final RowStore b = FakeStores.named("b");

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	@Tag("java21")
	void embeddedStoreIsUp() {
		this.runner.run((context) -> {
			IndicatedHealthDescriptor health = store(context, "default");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("kind", "embedded")
				.containsEntry("storage", "memory")
				.containsEntry("circuitBreaker", "CLOSED")
				.containsKeys("engine", "latency")
				.doesNotContainKey("error");
		});
	}

	@Test
	void oneStoreIsAChildToo() {
		one().run((context) -> {
			HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath("quiver");
			assertThat(health).isInstanceOfSatisfying(CompositeHealthDescriptor.class,
					(composite) -> assertThat(composite.getComponents()).containsOnlyKeys("a"));
		});
	}

	@Test
	void signOfLifeIsShownWithHowLongItTook() {
		willReturn(Map.of("version", "1.2", "address", "http://ann:secret@localhost:8080")).given(this.a).probe(any());
		one().run((context) -> {
			IndicatedHealthDescriptor health = store(context, "a");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("kind", "fake")
				.containsEntry("version", "1.2")
				.containsEntry("address", "http://******@localhost:8080");
			assertThat(health.getDetails().get("latency")).isInstanceOf(Duration.class);
		});
	}

	@Test
	void nobodyIsAskedAtStart() {
		one().withPropertyValues("management.endpoint.health.group.readiness.include=readinessState,quiver/a")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				then(this.a).should(never()).probe(any());
				then(this.a).should(never()).collections();
			});
	}

	@Test
	void storeThatFailsIsDownWithItsCauseInOneLine() {
		given(this.a.details()).willReturn(Map.of("address", "localhost:8080"));
		fail(this.a);
		one().run((context) -> {
			IndicatedHealthDescriptor health = store(context, "a");
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("address", "localhost:8080")
				.containsEntry("error",
						"org.springframework.dao.DataAccessResourceFailureException: refused by http://******@localhost")
				.doesNotContainKey("latency");
		});
	}

	@Test
	void storeIsOutOfServiceWhileItsBreakerIsOpen() {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("quiver-a");
		one().withBean("aStoreCalls", StoreCalls.class, () -> calls(breaker)).run((context) -> {
			breaker.transitionToOpenState();
			assertThat(store(context, "a").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(store(context, "a").getDetails()).containsEntry("circuitBreaker", "OPEN")
				.containsEntry("reason",
						"The store answers, but its circuit breaker is open and lets no calls through");
			breaker.transitionToForcedOpenState();
			assertThat(store(context, "a").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			breaker.transitionToHalfOpenState();
			assertThat(store(context, "a").getStatus()).isEqualTo(Status.UP);
			assertThat(store(context, "a").getDetails()).containsEntry("circuitBreaker", "HALF_OPEN")
				.doesNotContainKey("reason");
		});
	}

	@Test
	void storeThatFailsIsDownAlsoWhileItsBreakerIsOpen() {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("quiver-a");
		breaker.transitionToOpenState();
		fail(this.a);
		one().withBean("aStoreCalls", StoreCalls.class, () -> calls(breaker)).run((context) -> {
			assertThat(store(context, "a").getStatus()).isEqualTo(Status.DOWN);
			assertThat(store(context, "a").getDetails()).containsEntry("circuitBreaker", "OPEN");
		});
	}

	@Test
	void probeIsNoCallThatTheBreakerCounts() {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("quiver-a");
		fail(this.a);
		one().withBean("aStoreCalls", StoreCalls.class, () -> calls(breaker)).run((context) -> {
			store(context, "a");
			assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
		});
	}

	@Test
	void storeThatHangsIsDownWhenItsTimeIsOver() {
		CountDownLatch entered = new CountDownLatch(1);
		willAnswer(FakeStores.blocking(entered, this.released)).given(this.a).probe(any());
		this.runner.withBean("aRowStore", RowStore.class, () -> this.a)
			.withPropertyValues("quiver.health.timeout=500ms")
			.run((context) -> {
				for (int i = 0; i < 3; i++) {
					assertThat(store(context, "a").getDetails()).containsEntry("error",
							"org.springframework.dao.QueryTimeoutException: No answer within 500 ms");
				}
				assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
				then(this.a).should().probe(any());
				this.released.countDown();
			});
	}

	@Test
	void storesAreAskedAllAtOnce() {
		CyclicBarrier together = new CyclicBarrier(2);
		for (RowStore store : new RowStore[] { this.a, this.b }) {
			willAnswer((call) -> {
				together.await(1, TimeUnit.MINUTES);
				return Map.of();
			}).given(store).probe(any());
		}
		both().run((context) -> {
			HealthDescriptor health = context.getBean(HealthEndpoint.class).healthForPath("quiver");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void storeThatIsDownTakesTheOthersNotWithIt() {
		fail(this.a);
		both().run((context) -> {
			assertThat(store(context, "a").getStatus()).isEqualTo(Status.DOWN);
			assertThat(store(context, "b").getStatus()).isEqualTo(Status.UP);
			assertThat(context.getBean(HealthEndpoint.class).health().getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void livenessNeverAsksTheStores() {
		fail(this.a);
		one().run((context) -> {
			AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
			assertThat(status(context, "liveness")).isEqualTo(Status.UP);
			then(this.a).should(never()).probe(any());
		});
	}

	@Test
	void readinessAsksThemNotByItself() {
		fail(this.a);
		one().run((context) -> {
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(status(context, "readiness")).isEqualTo(Status.UP);
			then(this.a).should(never()).probe(any());
		});
	}

	@Test
	void readinessAsksThemWhereItIsTold() {
		fail(this.a);
		one().withPropertyValues("management.endpoint.health.group.readiness.include=readinessState,quiver")
			.run((context) -> {
				AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
				assertThat(status(context, "readiness")).isEqualTo(Status.DOWN);
			});
	}

	@Test
	void goingDownAndComingBackAreALineEach(CapturedOutput output) {
		one().run((context) -> {
			store(context, "a");
			assertThat(output).doesNotContain("Store 'a'");
			fail(this.a);
			for (int i = 0; i < 3; i++) {
				store(context, "a");
			}
			willReturn(Map.of()).given(this.a).probe(any());
			store(context, "a");
			store(context, "a");
		});
		assertThat(output.getAll().lines().filter((line) -> line.contains(" WARN "))).singleElement()
			.asString()
			.endsWith("Store 'a' (fake) is down: org.springframework.dao.DataAccessResourceFailureException: "
					+ "refused by http://******@localhost");
		assertThat(output.getAll().lines().filter((line) -> line.contains("is up again"))).singleElement()
			.asString()
			.contains("INFO")
			.endsWith("Store 'a' (fake) is up again");
		assertThat(output).doesNotContain("secret");
	}

	@Test
	void timeoutMustBeLongerThanZero() {
		for (String timeout : new String[] { "0s", "-1s" }) {
			one().withPropertyValues("quiver.health.timeout=" + timeout)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
						assertThat(ex.getName()).isEqualTo("quiver.health.timeout");
						assertThat(ex.getReason()).isEqualTo("It must be longer than zero, such as 1s.");
					}));
		}
	}

	@Test
	void canBeSwitchedOff() {
		one().withPropertyValues("management.health.quiver.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("quiverHealthContributor"));
	}

	@Test
	void backsOffForOneOfTheUser() {
		one().withBean("quiverHealthContributor", HealthContributor.class, PingHealthIndicator::new)
			.run((context) -> assertThat(context).doesNotHaveBean(QuiverHealthContributor.class));
		one().withBean("quiverHealthIndicator", HealthIndicator.class, PingHealthIndicator::new)
			.run((context) -> assertThat(context).doesNotHaveBean(QuiverHealthContributor.class));
	}

	@Test
	void isNotThereWithoutBootsHealth() {
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.withUserConfiguration(Imported.class)
			.withBean("aRowStore", RowStore.class, () -> this.a)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("quiverHealthContributor"));
	}

	@Test
	void isNotThereWithoutAStore() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(QuiverHealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("quiverHealthContributor"));
	}

	@Test
	void closesWithTheContext() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		willAnswer((call) -> {
			entered.countDown();
			try {
				return this.released.await(1, TimeUnit.MINUTES) ? Map.of() : Map.of();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
				throw ex;
			}
		}).given(this.a).probe(any());
		one().run((context) -> {
			((StoreHealthIndicator) context.getBean(QuiverHealthContributor.class).getContributor("a")).ask();
			assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
		});
		assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
	}

	private ApplicationContextRunner one() {
		return this.runner.withBean("aRowStore", RowStore.class, () -> this.a).withPropertyValues(WELL);
	}

	private ApplicationContextRunner both() {
		return one().withBean("bRowStore", RowStore.class, () -> this.b);
	}

	private static void fail(RowStore store) {
		willThrow(new DataAccessResourceFailureException("refused by http://ann:secret@localhost\nsecond line"))
			.given(store)
			.probe(any());
	}

	private static StoreCalls calls(CircuitBreaker breaker) {
		return StoreCalls.builder("a", "fake").circuitBreaker(breaker).build();
	}

	private static IndicatedHealthDescriptor store(AssertableApplicationContext context, String store) {
		return (IndicatedHealthDescriptor) context.getBean(HealthEndpoint.class).healthForPath("quiver", store);
	}

	private static Status status(AssertableApplicationContext context, String... path) {
		return context.getBean(HealthEndpoint.class).healthForPath(path).getStatus();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(QuiverHealthContributorAutoConfiguration.class)
	static class Imported {

	}

}
