package io.quiver.data.policy.micrometer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quiver.data.policy.PoolStats;

/**
 * The pools of one store and their meters, which hold on to them.
 *
 * @author Quiver
 */
final class StorePools {

	private final MeterRegistry registry;

	private final Tags tags;

	private final List<PoolStats> pools = new CopyOnWriteArrayList<>();

	private final List<Gauge> gauges;

	private final Timer acquire;

	private final Counter timeouts;

	StorePools(MeterRegistry registry, Tags tags) {
		this.registry = registry;
		this.tags = tags;
		this.gauges = List.of(
				gauge(StoreMeterDocumentation.POOL_ACTIVE, "Sessions that are lent out", PoolStats::active),
				gauge(StoreMeterDocumentation.POOL_IDLE, "Open sessions that are not in use", PoolStats::idle),
				gauge(StoreMeterDocumentation.POOL_PENDING, "Callers that wait for a session", PoolStats::pending),
				gauge(StoreMeterDocumentation.POOL_MAX, "Sessions that there may be", PoolStats::max));
		this.acquire = Timer.builder(StoreMeterDocumentation.POOL_ACQUIRE.getName())
			.description("Waiting of takers for their session")
			.tags(tags)
			.register(registry);
		this.timeouts = Counter.builder(StoreMeterDocumentation.POOL_TIMEOUTS.getName())
			.description("Callers that left without a session, since none came free in time")
			.tags(tags)
			.register(registry);
	}

	private Gauge gauge(StoreMeterDocumentation meter, String description, ToIntFunction<PoolStats> value) {
		return Gauge.builder(meter.getName(), this.pools, (pools) -> pools.stream().mapToInt(value).sum())
			.description(description)
			.tags(this.tags)
			.strongReference(true)
			.register(this.registry);
	}

	Timer acquire() {
		return this.acquire;
	}

	Counter timeouts() {
		return this.timeouts;
	}

	void add(PoolStats pool) {
		this.pools.add(pool);
	}

	/**
	 * Take a pool away, and the meters with the last one.
	 * @return whether there are pools left
	 */
	boolean remove(PoolStats pool) {
		this.pools.remove(pool);
		if (!this.pools.isEmpty()) {
			return true;
		}
		this.gauges.forEach(this.registry::remove);
		this.registry.remove(this.acquire);
		this.registry.remove(this.timeouts);
		return false;
	}

}
