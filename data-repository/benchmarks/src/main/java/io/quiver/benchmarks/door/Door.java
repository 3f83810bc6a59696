package io.quiver.benchmarks.door;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.AsyncStoreCall;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCall;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;

/**
 * Calls through our door.
 *
 * @param calls the door
 * @param answer the system behind it
 * @author Quiver
 * @since 0.1
 */
record Door(StoreCalls calls, Answer answer) {

	static final String STORE = "articles";

	static final String SYSTEM = "embedded";

	static final Operation OPERATION = Operation.read("nearest").on("articles");

	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5),
			Duration.ofSeconds(10), Duration.ofSeconds(30));

	static Door bare() {
		return new Door(StoreCalls.direct(), new Answer());
	}

	static Door guarded(Policies policies, ObservationRegistry registry) {
		return new Door(StoreCalls.builder(STORE, SYSTEM)
			.timeouts(TIMEOUTS)
			.retry(policies.retry())
			.retryQuota(100)
			.circuitBreaker(policies.circuitBreaker())
			.bulkhead(policies.bulkhead(), Duration.ofSeconds(1))
			.observations(registry, new DefaultStoreObservationConvention())
			.build(), new Answer());
	}

	List<Supplier<Object>> waiting() {
		return this.answer.storeCalls().stream().map(this::waiting).toList();
	}

	private Supplier<Object> waiting(StoreCall<Object> call) {
		return () -> this.calls.call(OPERATION, call);
	}

	List<Supplier<Object>> async() {
		return this.answer.asyncStoreCalls().stream().map(this::async).toList();
	}

	private Supplier<Object> async(AsyncStoreCall<Object> call) {
		return () -> {
			CompletableFuture<Object> result = this.calls.callAsync(OPERATION, call);
			return result.join();
		};
	}

}
