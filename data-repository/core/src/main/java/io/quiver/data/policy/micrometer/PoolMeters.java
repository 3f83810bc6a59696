package io.quiver.data.policy.micrometer;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;

import org.springframework.util.Assert;

/**
 * Measures the pools of stores. A store has meters from its first pool until the last is
 * closed; several pools of one store are added up.
 *
 * @author Quiver
 * @since 0.1
 */
public final class PoolMeters implements PoolMonitors {

	private final MeterRegistry registry;

	private final ConcurrentMap<Tags, StorePools> stores = new ConcurrentHashMap<>();

	/**
	 * Create the monitors.
	 * @param registry where the meters are registered
	 */
	public PoolMeters(MeterRegistry registry) {
		Assert.notNull(registry, "'registry' must not be null");
		this.registry = registry;
	}

	@Override
	public PoolMonitor of(String store, String system) {
		Assert.hasText(store, "'store' must not be empty");
		Assert.hasText(system, "'system' must not be empty");
		Tags tags = Tags.of(LowCardinality.STORE.asString(), store, LowCardinality.SYSTEM.asString(), system);
		return (pool) -> new Watch(tags, pool);
	}

	private StorePools add(Tags tags, PoolStats pool) {
		return this.stores.compute(tags, (absent, known) -> {
			StorePools pools = (known != null) ? known : new StorePools(this.registry, tags);
			pools.add(pool);
			return pools;
		});
	}

	private void remove(Tags tags, PoolStats pool) {
		this.stores.computeIfPresent(tags, (present, pools) -> (pools.remove(pool)) ? pools : null);
	}

	/**
	 * The watching of one pool.
	 */
	private final class Watch implements PoolListener {

		private final Tags tags;

		private final PoolStats pool;

		private final StorePools pools;

		private final AtomicBoolean closed = new AtomicBoolean();

		Watch(Tags tags, PoolStats pool) {
			Assert.notNull(pool, "'pool' must not be null");
			this.tags = tags;
			this.pool = pool;
			this.pools = add(tags, pool);
		}

		@Override
		public void acquired(long nanos) {
			this.pools.acquire().record(nanos, TimeUnit.NANOSECONDS);
		}

		@Override
		public void timedOut() {
			this.pools.timeouts().increment();
		}

		@Override
		public void close() {
			if (this.closed.compareAndSet(false, true)) {
				remove(this.tags, this.pool);
			}
		}

	}

}
