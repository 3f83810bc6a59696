package io.quiver.spring.boot.autoconfigure.health;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

import io.quiver.spring.boot.autoconfigure.inspect.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * One walk through all stores. Boot asks one child after the other, so that several dead
 * stores would add up; here the first question is put to all of them at once.
 *
 * @author Quiver
 */
final class HealthRound {

	private final Collection<StoreHealthIndicator> stores;

	private @Nullable Map<StoreHealthIndicator, Answer<StoreProbe.Sign>> answers;

	HealthRound(Collection<StoreHealthIndicator> stores) {
		this.stores = stores;
	}

	HealthIndicator of(StoreHealthIndicator store) {
		return new Member(this, store);
	}

	private synchronized Answer<StoreProbe.Sign> answer(StoreHealthIndicator store) {
		if (this.answers == null) {
			Map<StoreHealthIndicator, Answer<StoreProbe.Sign>> asked = new IdentityHashMap<>();
			this.stores.forEach((each) -> asked.put(each, each.ask()));
			this.answers = asked;
		}
		return Objects.requireNonNull(this.answers.get(store), "A member of this walk");
	}

	/**
	 * One store in this walk.
	 *
	 * @param round the walk
	 * @param store the store
	 */
	private record Member(HealthRound round, StoreHealthIndicator store) implements HealthIndicator {

		@Override
		public Health health() {
			return this.store.health(this.round.answer(this.store));
		}

	}

}
