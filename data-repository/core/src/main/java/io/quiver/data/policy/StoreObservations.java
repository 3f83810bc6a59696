package io.quiver.data.policy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Begins the observations of a store's calls.
 *
 * @author Quiver
 */
final class StoreObservations {

	private final String store;

	private final String system;

	private final ObservationRegistry registry;

	private final @Nullable StoreObservationConvention convention;

	private final StoreObservationConvention otherwise = new DefaultStoreObservationConvention();

	StoreObservations(String store, String system, ObservationRegistry registry,
			@Nullable StoreObservationConvention convention) {
		this.store = store;
		this.system = system;
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Tell whether nobody looks; asked for each call, since handlers come when the
	 * application is up.
	 */
	boolean isNoop() {
		return this.registry.isNoop();
	}

	StoreObservation start(Operation operation) {
		StoreObservationContext context = new StoreObservationContext(this.store, this.system, operation);
		Observation observation = StoreObservationDocumentation.OPERATION.observation(this.convention, this.otherwise,
				() -> context, this.registry);
		return new StoreObservation(observation.start(), context);
	}

}
