package io.quiver.benchmarks.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.StoreObservationContext;
import io.quiver.data.policy.StoreObservationConvention;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * What one would write instead of the door: an observation around the decorators of
 * Resilience4j. It has no deadline, no quota, repeats whatever fails and tells no number
 * of rows or tries.
 *
 * @param policies the policies
 * @param registry who looks
 * @param answer the system behind it
 * @author Quiver
 * @since 0.1
 */
record HandWritten(Policies policies, ObservationRegistry registry, Answer answer) {

	private static final StoreObservationConvention CONVENTION = new DefaultStoreObservationConvention();

	static HandWritten of(Policies policies, ObservationRegistry registry) {
		return new HandWritten(policies, registry, new Answer());
	}

	/** The decorators are made once. */
	List<Supplier<Object>> once() {
		return this.answer.calls().stream().map((call) -> once(decorated(call))).toList();
	}

	private Supplier<Object> once(Supplier<Object> decorated) {
		return () -> observation().observe(decorated);
	}

	/** The decorators are made for each call, as a call with arguments needs them. */
	List<Supplier<Object>> perCall() {
		return this.answer.calls().stream().map(this::perCall).toList();
	}

	private Supplier<Object> perCall(Supplier<Object> call) {
		return () -> observation().observe(decorated(call));
	}

	private Supplier<Object> decorated(Supplier<Object> call) {
		return Retry.decorateSupplier(this.policies.retry(), CircuitBreaker.decorateSupplier(
				this.policies.circuitBreaker(), Bulkhead.decorateSupplier(this.policies.bulkhead(), call)));
	}

	/** The decorators are made once. */
	List<Supplier<Object>> async() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("retry-");
		threads.setDaemon(true);
		ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(threads);
		return this.answer.calls()
			.stream()
			.map((call) -> Retry.decorateCompletionStage(this.policies.retry(), scheduler,
					CircuitBreaker.decorateCompletionStage(this.policies.circuitBreaker(),
							Bulkhead.decorateCompletionStage(this.policies.bulkhead(), () -> limited(call)))))
			.map(this::async)
			.toList();
	}

	private static CompletionStage<Object> limited(Supplier<Object> call) {
		return CompletableFuture.completedFuture(call.get()).orTimeout(5, TimeUnit.SECONDS);
	}

	private Supplier<Object> async(Supplier<CompletionStage<Object>> decorated) {
		return () -> {
			Observation observation = observation().start();
			try (Observation.Scope scope = observation.openScope()) {
				return decorated.get()
					.whenComplete((result, failure) -> observation.stop())
					.toCompletableFuture()
					.join();
			}
		};
	}

	private Observation observation() {
		return Observation.createNotStarted(CONVENTION,
				() -> new StoreObservationContext(Door.STORE, Door.SYSTEM, Door.OPERATION), this.registry);
	}

}
