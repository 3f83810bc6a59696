package io.quiver.data.policy.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;
import org.jspecify.annotations.Nullable;

/**
 * The meters of stores beside the timer of their observations.
 *
 * @author Quiver
 * @since 0.1
 */
public enum StoreMeterDocumentation implements MeterDocumentation {

	/** How many rows a call brought back. */
	ROWS_RETURNED("quiver.store.rows.returned", Meter.Type.DISTRIBUTION_SUMMARY, "rows"),

	/** How many rows a call stored or deleted. */
	ROWS_WRITTEN("quiver.store.rows.written", Meter.Type.DISTRIBUTION_SUMMARY, "rows"),

	/** How many sessions are lent out. */
	POOL_ACTIVE("quiver.store.pool.active", Meter.Type.GAUGE, null),

	/** How many open sessions are not in use. */
	POOL_IDLE("quiver.store.pool.idle", Meter.Type.GAUGE, null),

	/** How many callers wait for a session. */
	POOL_PENDING("quiver.store.pool.pending", Meter.Type.GAUGE, null),

	/** How many sessions there may be. */
	POOL_MAX("quiver.store.pool.max", Meter.Type.GAUGE, null),

	/** How long takers waited for their session. */
	POOL_ACQUIRE("quiver.store.pool.acquire", Meter.Type.TIMER, null),

	/** How many callers left without a session, since none came free in time. */
	POOL_TIMEOUTS("quiver.store.pool.timeouts", Meter.Type.COUNTER, null);

	private static final KeyName[] OF_CALLS = { LowCardinality.COLLECTION, LowCardinality.OPERATION,
			LowCardinality.SYSTEM, LowCardinality.STORE };

	private static final KeyName[] OF_POOLS = { LowCardinality.SYSTEM, LowCardinality.STORE };

	private final String name;

	private final Meter.Type type;

	private final @Nullable String unit;

	StoreMeterDocumentation(String name, Meter.Type type, @Nullable String unit) {
		this.name = name;
		this.type = type;
		this.unit = unit;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.unit;
	}

	@Override
	public KeyName[] getKeyNames() {
		return ((this == ROWS_RETURNED || this == ROWS_WRITTEN) ? OF_CALLS : OF_POOLS).clone();
	}

}
