package io.quiver.data.policy.micrometer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.quiver.data.policy.StoreObservationContext;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;

import org.springframework.util.Assert;

/**
 * Counts the rows that calls bring back and store, where calls tell it. Stands beside the
 * handler that times observations: it is no
 * {@link io.micrometer.core.instrument.observation.MeterObservationHandler
 * MeterObservationHandler}, of which only the first that fits is asked.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreMeters implements ObservationHandler<StoreObservationContext> {

	private final MeterRegistry registry;

	/**
	 * The registry would build the identifier of a meter anew to find it, for each call.
	 */
	private final Map<Series, DistributionSummary> summaries = new ConcurrentHashMap<>();

	/**
	 * Create the handler.
	 * @param registry where the meters are registered, each when it is first told
	 */
	public StoreMeters(MeterRegistry registry) {
		Assert.notNull(registry, "'registry' must not be null");
		this.registry = registry;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof StoreObservationContext;
	}

	@Override
	public void onStop(StoreObservationContext context) {
		record(StoreMeterDocumentation.ROWS_RETURNED, context, context.getRowsReturned());
		record(StoreMeterDocumentation.ROWS_WRITTEN, context, context.getRowsWritten());
	}

	private void record(StoreMeterDocumentation meter, StoreObservationContext context, long rows) {
		if (rows < 0) {
			return;
		}
		// a collection is told only as the convention has it, which keeps their number
		// small
		Series series = new Series(meter, value(context, LowCardinality.STORE, context.getStore()),
				value(context, LowCardinality.SYSTEM, context.getSystem()),
				value(context, LowCardinality.OPERATION, context.getOperation().name()),
				value(context, LowCardinality.COLLECTION, KeyValue.NONE_VALUE));
		DistributionSummary summary = this.summaries.get(series);
		if (summary == null) {
			summary = this.summaries.computeIfAbsent(series, (absent) -> absent.register(this.registry));
		}
		summary.record(rows);
	}

	private static String value(StoreObservationContext context, LowCardinality key, String otherwise) {
		KeyValue keyValue = context.getLowCardinalityKeyValue(key.asString());
		return (keyValue != null) ? keyValue.getValue() : otherwise;
	}

	/**
	 * What the rows of a meter have in common.
	 *
	 * @param meter the meter
	 * @param store the name of the store
	 * @param system the name of the system
	 * @param operation the name of the operation
	 * @param collection the name of the collection
	 */
	private record Series(StoreMeterDocumentation meter, String store, String system, String operation,
			String collection) {

		DistributionSummary register(MeterRegistry registry) {
			return DistributionSummary.builder(this.meter.getName())
				.description((this.meter == StoreMeterDocumentation.ROWS_RETURNED) ? "Rows that calls brought back"
						: "Rows that calls stored or deleted")
				.baseUnit(this.meter.getBaseUnit())
				.tag(LowCardinality.STORE.asString(), this.store)
				.tag(LowCardinality.SYSTEM.asString(), this.system)
				.tag(LowCardinality.OPERATION.asString(), this.operation)
				.tag(LowCardinality.COLLECTION.asString(), this.collection)
				.register(registry);
		}

	}

}
