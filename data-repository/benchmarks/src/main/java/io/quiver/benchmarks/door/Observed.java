package io.quiver.benchmarks.door;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/**
 * Who looks at the calls.
 *
 * @author Quiver
 * @since 0.1
 */
final class Observed {

	private Observed() {
	}

	static ObservationRegistry byNobody() {
		return ObservationRegistry.NOOP;
	}

	/**
	 * Return the registry that Boot makes of one meter registry.
	 * @return a registry with meters
	 */
	static ObservationRegistry byMeters() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		return registry;
	}

}
