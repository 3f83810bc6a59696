package io.quiver.data.policy;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The observation of one call.
 *
 * @param observation the observation, started
 * @param context what is known of the call
 * @author Quiver
 */
record StoreObservation(Observation observation, StoreObservationContext context) {

	Observation.Scope openScope() {
		return this.observation.openScope();
	}

	void tried(Attempt attempt) {
		this.context.tried(attempt);
	}

	void failed(Throwable failure) {
		this.observation.error(failure);
	}

	void stop() {
		this.observation.stop();
	}

	void end(@Nullable Throwable failure) {
		if (failure != null) {
			failed(failure);
		}
		stop();
	}

}
