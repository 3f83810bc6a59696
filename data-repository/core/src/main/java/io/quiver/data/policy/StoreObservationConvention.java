package io.quiver.data.policy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the calls of stores in metrics and traces. A bean of this type takes the place of
 * {@link DefaultStoreObservationConvention}.
 *
 * @author Quiver
 * @since 0.1
 */
public interface StoreObservationConvention extends ObservationConvention<StoreObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof StoreObservationContext;
	}

}
