package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.retry.Retry;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.StoreCallsBuilder;
import io.quiver.data.policy.StoreObservationConvention;
import org.jspecify.annotations.Nullable;

/**
 * Makes the doors of stores from what all of them share.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreCallsFactory {

	private static final String PREFIX = "quiver-";

	private final ResilienceRegistries registries;

	private final ObservationRegistry observations;

	private final @Nullable StoreObservationConvention convention;

	/**
	 * Create the factory.
	 * @param registries where the instances of Resilience4j stand
	 * @param observations where calls are observed
	 * @param convention how they are named, or {@code null} for as usual
	 */
	public StoreCallsFactory(ResilienceRegistries registries, ObservationRegistry observations,
			@Nullable StoreObservationConvention convention) {
		this.registries = registries;
		this.observations = observations;
		this.convention = convention;
	}

	/**
	 * Make the door of a store. An instance {@code quiver-<store>} that the application
	 * has already wins over the properties of the store.
	 * @param store the name of the store
	 * @param system the name of the system
	 * @param policy what the properties say
	 * @return the door
	 */
	public StoreCalls create(String store, String system, StorePolicy policy) {
		String name = PREFIX + store;
		Retry retry = this.registries.retries().retry(name, policy.retry()::config);
		StoreCallsBuilder builder = StoreCalls.builder(store, system)
			.observations(this.observations, this.convention)
			.timeouts(policy.timeouts())
			.retry(retry)
			.retryQuota(policy.retry().quota());
		if (policy.circuitBreaker().enabled()) {
			builder.circuitBreaker(
					this.registries.circuitBreakers().circuitBreaker(name, policy.circuitBreaker().config()));
		}
		if (policy.bulkhead().enabled()) {
			bulkhead(builder, name, policy.bulkhead());
		}
		policy.operations()
			.forEach((operation, settings) -> builder.operation(operation, settings.timeouts(),
					(settings.retry() != null)
							? this.registries.retries().retry(name + "-" + operation, settings.retry()) : retry));
		return builder.build();
	}

	/**
	 * The application's instance says how long to wait, but does not do it: it would wait
	 * beyond deadlines, and keep a thread where there need be none.
	 */
	private void bulkhead(StoreCallsBuilder builder, String name, BulkheadSettings settings) {
		BulkheadConfig ours = settings.config();
		Bulkhead bulkhead = this.registries.bulkheads().bulkhead(name, ours);
		BulkheadConfig config = bulkhead.getBulkheadConfig();
		Duration maxWait = (config == ours) ? settings.maxWait() : config.getMaxWaitDuration();
		if (!config.getMaxWaitDuration().isZero()) {
			bulkhead.changeConfig(BulkheadConfig.from(config).maxWaitDuration(Duration.ZERO).build());
		}
		builder.bulkhead(bulkhead, maxWait);
	}

}
