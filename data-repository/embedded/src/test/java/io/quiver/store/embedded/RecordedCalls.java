package io.quiver.store.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.StoreCallsBuilder;
import io.quiver.data.policy.StoreObservationContext;

/**
 * What came through a door: one observation for each call.
 *
 * @author Quiver
 */
final class RecordedCalls implements ObservationHandler<StoreObservationContext> {

	private final List<StoreObservationContext> calls = Collections.synchronizedList(new ArrayList<>());

	StoreCalls door() {
		return door(UnaryOperator.identity());
	}

	StoreCalls door(UnaryOperator<StoreCallsBuilder> policies) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(this);
		return policies
			.apply(StoreCalls.builder("test", "embedded")
				.observations(registry, new DefaultStoreObservationConvention(true)))
			.build();
	}

	@Override
	public void onStop(StoreObservationContext context) {
		this.calls.add(context);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof StoreObservationContext;
	}

	/**
	 * Run something that makes one call.
	 * @return the call
	 */
	StoreObservationContext of(Runnable action) {
		this.calls.clear();
		action.run();
		return only();
	}

	StoreObservationContext only() {
		if (this.calls.size() != 1) {
			throw new AssertionError("One call was expected, but these were made: "
					+ this.calls.stream().map(StoreObservationContext::getOperation).toList());
		}
		return this.calls.get(0);
	}

	boolean isEmpty() {
		return this.calls.isEmpty();
	}

}
