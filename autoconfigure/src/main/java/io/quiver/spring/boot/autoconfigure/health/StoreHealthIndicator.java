package io.quiver.spring.boot.autoconfigure.health;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.quiver.spring.boot.autoconfigure.inspect.Answer;
import io.quiver.spring.boot.autoconfigure.inspect.Inquiry;
import io.quiver.spring.boot.autoconfigure.inspect.InspectedStore;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of one store: down if it does not answer, out of service if it does but
 * calls are not let through to it.
 *
 * @author Quiver
 */
final class StoreHealthIndicator implements HealthIndicator {

	private final InspectedStore store;

	private final Shown shown;

	private final StoreProbe probe;

	private final Inquiry<StoreProbe.Sign> inquiry;

	private final StateLog log;

	StoreHealthIndicator(InspectedStore store, Duration timeout, Shown shown) {
		this.store = store;
		this.shown = shown;
		this.probe = new StoreProbe(store.rows(), shown);
		this.inquiry = new Inquiry<>("quiver-health-" + store.name(), timeout, this.probe);
		this.log = new StateLog("Store '%s' (%s)".formatted(store.name(), store.rows().kind()), shown);
	}

	Answer<StoreProbe.Sign> ask() {
		return this.inquiry.ask();
	}

	@Override
	public Health health() {
		return health(ask());
	}

	Health health(Answer<StoreProbe.Sign> answer) {
		Answer.Outcome<StoreProbe.Sign> outcome = answer.await();
		Health.Builder health = new Health.Builder().withDetail("kind", this.store.rows().kind().name());
		StoreProbe.Sign sign = outcome.value();
		if (sign != null) {
			this.log.up();
			up(health, sign);
		}
		else {
			this.log.down(outcome.cause());
			down(health, outcome.cause());
		}
		return health.build();
	}

	private void up(Health.Builder health, StoreProbe.Sign sign) {
		health.up().withDetails(sign.details()).withDetail("latency", sign.latency());
		State state = breaker(health);
		if (state == State.OPEN || state == State.FORCED_OPEN) {
			health.outOfService()
				.withDetail("reason", "The store answers, but its circuit breaker is open and lets no calls through");
		}
	}

	private void down(Health.Builder health, Throwable failure) {
		health.down().withDetails(this.probe.known()).withDetail("error", this.shown.cause(failure));
		breaker(health);
	}

	private @Nullable State breaker(Health.Builder health) {
		CircuitBreaker breaker = (this.store.calls() != null) ? this.store.calls().circuitBreaker() : null;
		if (breaker == null) {
			return null;
		}
		health.withDetail("circuitBreaker", breaker.getState().name());
		return breaker.getState();
	}

	void close() {
		this.inquiry.close();
	}

}
