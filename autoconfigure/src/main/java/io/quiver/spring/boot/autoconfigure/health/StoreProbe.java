package io.quiver.spring.boot.autoconfigure.health;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;

import io.quiver.data.policy.Deadline;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;

/**
 * Asks a store for a sign of life.
 *
 * @author Quiver
 */
final class StoreProbe implements Function<Deadline, StoreProbe.Sign> {

	private final RowStore store;

	private final Shown shown;

	private volatile Map<String, Object> known = Map.of();

	StoreProbe(RowStore store, Shown shown) {
		this.store = store;
		this.shown = shown;
	}

	@Override
	public Sign apply(Deadline deadline) {
		this.known = this.shown.details(this.store.details());
		long begin = System.nanoTime();
		Map<String, Object> details = this.store.probe(deadline);
		Duration latency = Duration.ofNanos(System.nanoTime() - begin).truncatedTo(ChronoUnit.MICROS);
		return new Sign(this.shown.details(details), latency);
	}

	/**
	 * Return what can be shown of a store that gave no sign.
	 * @return the details by name
	 */
	Map<String, Object> known() {
		return this.known;
	}

	/**
	 * A sign of life.
	 *
	 * @param details what the store tells of itself
	 * @param latency how long it took
	 */
	record Sign(Map<String, Object> details, Duration latency) {
	}

}
