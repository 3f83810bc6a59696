package io.quiver.spring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.inspect.InspectedStore;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import io.quiver.spring.boot.autoconfigure.inspect.Stores;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;

/**
 * The health of all stores: one child for each, also if there is only one, so that
 * dashboards stay as they are when another is added. Stores are looked for when somebody
 * asks for the first time, and asked only for their health, never for their presence:
 * Boot goes through the children for groups they are no members of, too.
 *
 * @author Quiver
 */
final class QuiverHealthContributor implements CompositeHealthContributor, AutoCloseable {

	private final Stores stores;

	private final Duration timeout;

	private final Shown shown;

	private @Nullable Map<String, StoreHealthIndicator> children;

	QuiverHealthContributor(Stores stores, Duration timeout, Shown shown) {
		this.stores = stores;
		this.timeout = timeout;
		this.shown = shown;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return children().get(name);
	}

	@Override
	public Stream<Entry> stream() {
		Map<String, StoreHealthIndicator> all = children();
		HealthRound round = new HealthRound(all.values());
		return all.entrySet().stream().map((child) -> new Entry(child.getKey(), round.of(child.getValue())));
	}

	private synchronized Map<String, StoreHealthIndicator> children() {
		if (this.children == null) {
			Map<String, StoreHealthIndicator> found = new LinkedHashMap<>();
			for (InspectedStore store : this.stores.all()) {
				String name = (found.containsKey(store.name())) ? store.bean() : store.name();
				found.put(name, new StoreHealthIndicator(store, this.timeout, this.shown));
			}
			this.children = found;
		}
		return this.children;
	}

	@Override
	public synchronized void close() {
		if (this.children != null) {
			this.children.values().forEach(StoreHealthIndicator::close);
		}
	}

}
