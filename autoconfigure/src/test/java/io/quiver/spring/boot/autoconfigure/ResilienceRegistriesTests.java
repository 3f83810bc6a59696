package io.quiver.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadMetricsAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerMetricsAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryMetricsAutoConfiguration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.StoreOperations;
import io.quiver.spring.boot.autoconfigure.metrics.ResilienceMetricsAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that retries, circuit breakers and bulkheads of stores stand in the registries of
 * the application, where its own properties override them, else in ours, and are metered
 * once in both cases.
 *
 * @author Quiver
 */
class ResilienceRegistriesTests {

	private static final String[] METERS = { "resilience4j.retry.calls", "resilience4j.circuitbreaker.state",
			"resilience4j.bulkhead.available.concurrent.calls" };

	private final ApplicationContextRunner metered = RemoteStores.runner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
						SimpleMetricsExportAutoConfiguration.class, ResilienceMetricsAutoConfiguration.class));

	private final ApplicationContextRunner resilient = this.metered
		.withConfiguration(AutoConfigurations.of(RetryAutoConfiguration.class, RetryMetricsAutoConfiguration.class,
				CircuitBreakerAutoConfiguration.class, CircuitBreakerMetricsAutoConfiguration.class,
				BulkheadAutoConfiguration.class, BulkheadMetricsAutoConfiguration.class));

	@Test
	void instancesStandInTheRegistriesOfTheApplication() {
		this.resilient
			.withPropertyValues("quiver.stores.catalog.retry.max-attempts=7",
					"quiver.stores.catalog.circuit-breaker.sliding-window-size=30",
					"quiver.stores.catalog.bulkhead.max-concurrent-calls=9")
			.run((context) -> {
				assertThat(context.getBean(RetryRegistry.class).find("quiver-catalog"))
					.hasValueSatisfying((retry) -> assertThat(retry.getRetryConfig().getMaxAttempts()).isEqualTo(7));
				assertThat(context.getBean(CircuitBreakerRegistry.class).find("quiver-catalog")).hasValueSatisfying((
						breaker) -> assertThat(breaker.getCircuitBreakerConfig().getSlidingWindowSize()).isEqualTo(30));
				assertThat(context.getBean(BulkheadRegistry.class).find("quiver-catalog")).hasValueSatisfying(
						(bulkhead) -> assertThat(bulkhead.getBulkheadConfig().getMaxConcurrentCalls()).isEqualTo(9));
				assertThat(context.getBean(ResilienceRegistries.class).ownRetries()).isNull();
			});
	}

	@Test
	void retryOfTheApplicationWinsAsAWhole() {
		this.resilient
			.withPropertyValues("quiver.stores.catalog.retry.max-attempts=2",
					"resilience4j.retry.instances.quiver-catalog.max-attempts=4",
					"resilience4j.retry.instances.quiver-catalog.wait-duration=1ms")
			.run((context) -> {
				AtomicInteger tries = new AtomicInteger();
				assertThatExceptionOfType(TransientDataAccessResourceException.class)
					.isThrownBy(() -> RemoteStores.client(context).call(StoreOperations.NEAREST, (attempt) -> {
						tries.incrementAndGet();
						throw new TransientDataAccessResourceException("Down");
					}));
				assertThat(tries).hasValue(4);
			});
	}

	@Test
	void circuitBreakerOfTheApplicationWinsAsAWhole() {
		this.resilient
			.withPropertyValues("quiver.stores.catalog.circuit-breaker.sliding-window-size=30",
					"resilience4j.circuitbreaker.instances.quiver-catalog.sliding-window-size=7",
					"resilience4j.circuitbreaker.instances.quiver-catalog.minimum-number-of-calls=2")
			.run((context) -> {
				StoreCalls calls = context.getBean(StoreCalls.class);
				CircuitBreaker breaker = Objects.requireNonNull(calls.circuitBreaker());
				assertThat(breaker)
					.isSameAs(context.getBean(CircuitBreakerRegistry.class).circuitBreaker("quiver-catalog"));
				assertThat(breaker.getCircuitBreakerConfig().getSlidingWindowSize()).isEqualTo(7);
				assertThat(breaker.getCircuitBreakerConfig().getMinimumNumberOfCalls()).isEqualTo(2);
			});
	}

	@Test
	void bulkheadOfTheApplicationWinsAsAWhole() {
		this.resilient
			.withPropertyValues("quiver.stores.catalog.bulkhead.max-wait=1h",
					"resilience4j.bulkhead.instances.quiver-catalog.max-concurrent-calls=1")
			.run((context) -> {
				RemoteClient client = RemoteStores.client(context);
				client.call(StoreOperations.NEAREST, (outer) -> {
					assertThatExceptionOfType(CallRefusedException.class)
						.isThrownBy(() -> client.call(StoreOperations.NEAREST, (inner) -> 1));
					return 1;
				});
			});
	}

	@Test
	void waitOfTheBulkheadOfTheApplicationIsLeftToTheDoor() {
		this.resilient
			.withPropertyValues("resilience4j.bulkhead.instances.quiver-catalog.max-concurrent-calls=1",
					"resilience4j.bulkhead.instances.quiver-catalog.max-wait-duration=1h")
			.run((context) -> {
				StoreCalls calls = context.getBean(StoreCalls.class);
				// The bulkhead itself would keep this thread for an hour.
				CompletableFuture<Integer> waiting = calls.call(StoreOperations.FIND, (outer) -> {
					CompletableFuture<Integer> inner = calls.callAsync(StoreOperations.NEAREST,
							(attempt) -> CompletableFuture.completedFuture(1));
					assertThat(inner).isNotDone();
					return inner;
				});
				assertThat(waiting.join()).isEqualTo(1);
			});
	}

	@Test
	void registryWithoutTheOthersIsUsed() {
		RetryRegistry retries = RetryRegistry.ofDefaults();
		this.metered.withBean(RetryRegistry.class, () -> retries).run((context) -> {
			assertThat(retries.find("quiver-catalog")).isPresent();
			assertThat(context.getBean(ResilienceRegistries.class).ownCircuitBreakers()).isNotNull();
			assertThat(meters(context, "resilience4j.retry.calls")).isEmpty();
			assertThat(meters(context, "resilience4j.circuitbreaker.state")).isNotEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void everythingIsMeteredOnce(boolean byTheApplication) {
		(byTheApplication ? this.resilient : this.metered).run((context) -> {
			RemoteStores.client(context).call(StoreOperations.NEAREST, (attempt) -> 1);
			for (String meter : METERS) {
				assertThat(meters(context, meter)).as(meter)
					.isNotEmpty()
					.allMatch((found) -> "quiver-catalog".equals(found.getId().getTag("name")));
			}
			assertThat(meters(context, "resilience4j.retry.calls")).hasSize(4);
			assertThat(meters(context, "resilience4j.bulkhead.available.concurrent.calls")).hasSize(1);
			assertThat(context.getBean(MeterRegistry.class)
				.get("resilience4j.retry.calls")
				.tag("kind", "successful_without_retry")
				.functionCounter()
				.count()).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answersOfTheSystemAreMeteredAsFailedWithoutARetry(boolean byTheApplication) {
		(byTheApplication
				? this.resilient.withPropertyValues("resilience4j.retry.instances.quiver-catalog.max-attempts=4",
						"resilience4j.retry.instances.quiver-catalog.retry-exceptions=java.lang.Exception")
				: this.metered)
			.run((context) -> {
				assertThatExceptionOfType(IllegalArgumentException.class)
					.isThrownBy(() -> RemoteStores.client(context).call(StoreOperations.NEAREST, (attempt) -> {
						throw new IllegalArgumentException("Wrong");
					}));
				assertThat(meters(context, "resilience4j.retry.calls")).hasSize(4);
				assertThat(context.getBean(MeterRegistry.class)
					.get("resilience4j.retry.calls")
					.tag("kind", "failed_without_retry")
					.functionCounter()
					.count()).isEqualTo(1);
			});
	}

	@Test
	void retryOfTheApplicationMayLeaveFailuresOut() {
		this.resilient
			.withPropertyValues("resilience4j.retry.instances.quiver-catalog.max-attempts=4",
					"resilience4j.retry.instances.quiver-catalog.wait-duration=1ms",
					"resilience4j.retry.instances.quiver-catalog.ignore-exceptions="
							+ TransientDataAccessResourceException.class.getName())
			.run((context) -> {
				AtomicInteger tries = new AtomicInteger();
				assertThatExceptionOfType(TransientDataAccessResourceException.class)
					.isThrownBy(() -> RemoteStores.client(context).call(StoreOperations.NEAREST, (attempt) -> {
						tries.incrementAndGet();
						throw new TransientDataAccessResourceException("Down");
					}));
				assertThat(tries).hasValue(1);
			});
	}

	@Test
	void withoutMeterRegistryNothingIsMetered() {
		RemoteStores.runner()
			.withConfiguration(AutoConfigurations.of(ResilienceMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static Collection<Meter> meters(ApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class).find(name).meters();
	}

}
