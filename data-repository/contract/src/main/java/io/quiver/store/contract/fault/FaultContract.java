package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the client of every remote store does when the network or the server fails. A test
 * class of a store extends this one, starts the server and connects the client; calls go
 * through a {@link FaultProxy}.
 * <p>
 * Whatever the fault: no call takes longer than its deadline and a tenth, or 250 ms if
 * that is more. Errors are of Spring's {@code DataAccessException} family. The pool has
 * nothing lent out afterwards, and no connection is left over. The circuit breaker opens
 * and closes again. When the fault ends the same client goes on. A {@code WRITE} that may
 * have been done is reported as such and never repeated.
 *
 * @author Quiver
 * @since 0.1
 */
public abstract class FaultContract {

	/**
	 * Return the server, started. The suite kills and restarts it, but never closes it.
	 * @return the server
	 */
	protected abstract TestServer server();

	/**
	 * Make a client. It need not connect before its first call.
	 * @param address where to connect: the proxy's address, or the server's own
	 * @param timeouts the time-outs; the client itself keeps that to connect, the others
	 * come as deadlines
	 * @param calls the door through which it makes all its calls
	 * @return the client, which the suite closes
	 */
	protected abstract GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls);

	/**
	 * Return how large a value is that does not fit in the buffers between client and
	 * server, so that writing it blocks.
	 * @return the number of characters; 8 million unless overridden
	 */
	protected int blockingLength() {
		return 8_000_000;
	}

	private FaultScenario scenario(Timeouts timeouts, StoreCalls calls) {
		return new FaultScenario(server(), timeouts, (address) -> connect(address, timeouts, calls));
	}

	private FaultScenario scenario(Timeouts timeouts) {
		return scenario(timeouts, FaultPolicies.of(timeouts).retry(FaultPolicies.retry(3)).build());
	}

	/** Faults that no call gets past. */
	Stream<Fault> faults() {
		return Stream.of(Fault.delay(Duration.ofHours(1)), Fault.stopReading(), Fault.stopAnswering(), Fault.cut(0),
				Fault.cut(1), Fault.refuse(), Fault.reset(), Fault.halfOpen(), Fault.drip(Duration.ofMillis(200)),
				Fault.garbage(42));
	}

	private boolean has(Predicate<GuardedClient> trait) {
		try (GuardedClient client = connect(server().address(), FaultPolicies.HASTY, StoreCalls.direct())) {
			return trait.test(client);
		}
	}

	private List<Manner> manners() {
		return (has(GuardedClient::isAsync)) ? List.of(Manner.values()) : List.of(Manner.WAITING);
	}

	private Stream<DynamicTest> each(String name, Consumer<Manner> test) {
		return manners().stream()
			.map((manner) -> DynamicTest.dynamicTest(manner + name,
					() -> LateError.measured(() -> test.accept(manner))));
	}

	private Stream<DynamicTest> eachAddition(String name, Consumer<Manner> test) {
		return (has(GuardedClient::canAdd)) ? each(name, test) : Stream.empty();
	}

	@TestFactory
	@DisplayName("calls through a fault end in their time and leave nothing behind")
	Stream<DynamicTest> calls() {
		return faults().flatMap((fault) -> each(", " + fault, (manner) -> endures(fault, manner)));
	}

	private void endures(Fault fault, Manner manner) {
		try (FaultScenario scenario = scenario(FaultPolicies.HASTY).warmUp()) {
			scenario.proxy.inject(fault);
			List<Outcome> outcomes = scenario.fire(manner, scenario.everything());
			scenario.assertAtRest();
			scenario.assertRecovers();
			scenario.assertWritten(outcomes);
		}
	}

	@TestFactory
	@DisplayName("writes that the network does not take any more end in their time")
	Stream<DynamicTest> blockedWrites() {
		return each("", (manner) -> {
			try (FaultScenario scenario = scenario(FaultPolicies.HASTY).warmUp()) {
				scenario.proxy.inject(Fault.stopReading());
				assertThat(scenario.fire(manner, scenario.savesOf(blockingLength()))).allMatch(Outcome::failed);
				scenario.assertAtRest();
				scenario.assertRecovers();
			}
		});
	}

	@TestFactory
	@DisplayName("the circuit breaker opens under a fault and closes when it is over")
	Stream<DynamicTest> circuitBreaker() {
		return faults().flatMap((fault) -> each(", " + fault, (manner) -> opensAndCloses(fault, manner)));
	}

	private void opensAndCloses(Fault fault, Manner manner) {
		CircuitBreaker breaker = FaultPolicies.circuitBreaker();
		StoreCalls calls = FaultPolicies.of(FaultPolicies.HASTY).circuitBreaker(breaker).build();
		try (FaultScenario scenario = scenario(FaultPolicies.HASTY, calls).warmUp()) {
			scenario.proxy.inject(fault);
			Eventually.soon(() -> {
				Volley.fire(scenario.client, manner, scenario.reads());
				return breaker.getState() == CircuitBreaker.State.OPEN;
			}, () -> "The circuit breaker is " + breaker.getState());
			scenario.assertRecovers();
			assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
		}
	}

	@TestFactory
	@DisplayName("a WRITE that the server got but did not answer is reported as unknown, and done once")
	Stream<DynamicTest> unknownWrites() {
		return Stream.of(Fault.loseOnce(), Fault.cutOnce())
			.flatMap((fault) -> eachAddition(", " + fault, (manner) -> unknown(fault, manner)));
	}

	/** A second try would get through, and be seen. */
	private void unknown(Fault fault, Manner manner) {
		try (FaultScenario scenario = scenario(FaultPolicies.PATIENT).warmUp()) {
			scenario.proxy.inject(fault);
			Outcome outcome = scenario.fire(manner, scenario.addition()).get(0);
			scenario.assertRecovers();
			assertThat(scenario.timesAdded()).as("how often it was done").isOne();
			assertThat(outcome.failure()).isInstanceOf(OutcomeUnknownException.class);
		}
	}

	@TestFactory
	@DisplayName("a WRITE that finds no server is reported as not sent")
	Stream<DynamicTest> refusedWrites() {
		return eachAddition("", (manner) -> {
			try (FaultScenario scenario = scenario(FaultPolicies.PATIENT)) {
				scenario.proxy.inject(Fault.refuse());
				assertThat(scenario.fire(manner, scenario.addition()).get(0).failure())
					.isInstanceOf(NotSentException.class);
			}
		});
	}

	@TestFactory
	@DisplayName("a WRITE that finds no server at first is repeated, and done once")
	Stream<DynamicTest> repeatedWrites() {
		return eachAddition("", (manner) -> {
			// how soon a transport connects again is its own affair
			Retry retry = FaultPolicies.retry(10);
			Timeouts timeouts = FaultPolicies.PATIENT;
			try (FaultScenario scenario = scenario(timeouts, FaultPolicies.of(timeouts).retry(retry).build())) {
				scenario.proxy.inject(Fault.refuse());
				retry.getEventPublisher().onRetry((event) -> scenario.proxy.pass());
				assertThat(scenario.fire(manner, scenario.addition()).get(0).failure()).isNull();
				assertThat(scenario.timesAdded()).isOne();
			}
		});
	}

	@TestFactory
	@DisplayName("answers that are late but in time harm nobody")
	Stream<DynamicTest> lateAnswers() {
		return each("", (manner) -> {
			try (FaultScenario scenario = scenario(FaultPolicies.PATIENT).warmUp()) {
				scenario.proxy.inject(Fault.delay(Duration.ofMillis(20)));
				assertThat(scenario.fire(manner, scenario.reads())).noneMatch(Outcome::failed);
			}
		});
	}

	@Test
	@DisplayName("a client survives its server")
	void restarts() {
		LateError.measured(() -> {
			try (FaultScenario scenario = scenario(FaultPolicies.HASTY).warmUp()) {
				List<Outcome> outcomes = fireAtNothing(scenario);
				scenario.assertRecovers();
				scenario.assertWritten(outcomes);
			}
		});
	}

	private List<Outcome> fireAtNothing(FaultScenario scenario) {
		server().kill();
		try {
			List<Outcome> outcomes = scenario.fire(Manner.WAITING, scenario.everything());
			scenario.assertAtRest();
			assertThat(outcomes).allMatch(Outcome::failed);
			return outcomes;
		}
		finally {
			server().start();
		}
	}

}
