package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.Timeouts;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client and its server with a proxy between them, rows that nobody else has, and what
 * must hold whatever the fault.
 *
 * @author Quiver
 */
final class FaultScenario implements AutoCloseable {

	/** Twice what a pool of usual size has to lend. */
	private static final int CALLS = 8;

	final FaultProxy proxy;

	final GuardedClient client;

	private final Timeouts timeouts;

	/** No two scenarios of a server begin in the same millisecond. */
	private final int first = (int) (System.currentTimeMillis() % 20_000_000) * 100;

	FaultScenario(TestServer server, Timeouts timeouts, Function<InetSocketAddress, GuardedClient> clients) {
		this.timeouts = timeouts;
		this.proxy = FaultProxy.of(server.address());
		this.client = clients.apply(this.proxy.address());
	}

	/** Stores what is read later, and leaves sessions in the pool. */
	FaultScenario warmUp() {
		succeed(calls(0, Call::save).toList());
		succeed(reads());
		return this;
	}

	List<Call> reads() {
		return calls(0, Call::read).toList();
	}

	/** Reads of rows that are there, writes of others, and additions if there are any. */
	List<Call> everything() {
		Stream<Call> reads = calls(0, Call::read);
		Stream<Call> saves = calls(CALLS, Call::save);
		Stream<Call> additions = (this.client.canAdd()) ? calls(0, Call::add) : Stream.empty();
		return Stream.of(reads, saves, additions).flatMap((each) -> each.limit(CALLS / 2)).toList();
	}

	/** A single WRITE. */
	List<Call> addition() {
		return List.of(Call.add(this.first));
	}

	List<Call> savesOf(int length) {
		return calls(2 * CALLS, (row) -> Call.save(row, length)).limit(2).toList();
	}

	private Stream<Call> calls(int from, IntFunction<Call> call) {
		return IntStream.range(this.first + from, this.first + from + CALLS).mapToObj(call);
	}

	/** Makes calls that must end in their time, with an error of Spring's if at all. */
	List<Outcome> fire(Manner manner, List<Call> calls) {
		List<Outcome> outcomes = Volley.fire(this.client, manner, calls);
		outcomes.forEach(this::assertInTime);
		outcomes.forEach(this::assertHonest);
		return outcomes;
	}

	private void assertInTime(Outcome outcome) {
		Duration limit = FaultPolicies.limit(this.timeouts.total());
		Duration begin = FaultPolicies.limit(Duration.ZERO);
		if (outcome.elapsed().compareTo(limit) > 0 || outcome.blocked().compareTo(begin) > 0) {
			throw new LateError(outcome, limit);
		}
	}

	private void assertHonest(Outcome outcome) {
		if (outcome.failed()) {
			assertThat(outcome.failure()).as("failure of %s", outcome.call()).isInstanceOf(DataAccessException.class);
		}
		else if (outcome.call().safety() == Safety.READ) {
			assertThat(outcome.value()).as("what %s returned", outcome.call()).isEqualTo(outcome.call().value());
		}
		if (outcome.failed() && outcome.call().safety() == Safety.WRITE) {
			assertThat(outcome.failure()).as("failure of %s, which says whether it may have been done", outcome.call())
				.isInstanceOfAny(OutcomeUnknownException.class, NotSentException.class);
		}
	}

	/** Nothing is lent out any more, whether or not the fault lasts. */
	void assertAtRest() {
		PoolStats pool = this.client.pool();
		if (pool != null) {
			Eventually.soon(() -> pool.active() == 0 && pool.pending() == 0,
					() -> "%d sessions are lent out and %d callers wait".formatted(pool.active(), pool.pending()));
		}
	}

	/** The fault is over, and with it all that it did, without a restart. */
	void assertRecovers() {
		this.proxy.pass();
		succeed(reads());
		assertAtRest();
		PoolStats pool = this.client.pool();
		if (pool != null) {
			Eventually.soon(() -> this.proxy.connections() <= pool.max(),
					() -> "%d connections are open, more than the %d of the pool".formatted(this.proxy.connections(),
							pool.max()));
		}
	}

	/** What was reported of the writes is what the server has done. */
	void assertWritten(List<Outcome> outcomes) {
		for (Outcome outcome : outcomes) {
			if (outcome.call().safety() == Safety.IDEMPOTENT_WRITE && !outcome.failed()) {
				succeed(List.of(Call.read(outcome.call().row())));
			}
			if (outcome.call().safety() == Safety.WRITE) {
				long times = added(outcome.call().row());
				int least = (outcome.failed()) ? 0 : 1;
				int most = (outcome.failure() instanceof NotSentException) ? 0 : 1;
				assertThat(times)
					.as("how often %s was done, of which was reported: %s", outcome.call(), outcome.failure())
					.isBetween((long) least, (long) most);
			}
		}
	}

	/** How often the {@link #addition()} was done. */
	long timesAdded() {
		return added(this.first);
	}

	private long added(int row) {
		AtomicLong added = new AtomicLong(-1);
		Eventually.late(() -> {
			try {
				added.set(this.client.added(row));
			}
			catch (DataAccessException ex) {
				// A busy machine; once more
			}
			return added.get() >= 0;
		}, () -> "Without a fault there is no answer");
		return added.get();
	}

	/** Calls until each call succeeds, and never with the wrong answer. */
	private void succeed(List<Call> calls) {
		List<Outcome> last = new CopyOnWriteArrayList<>();
		Eventually.late(() -> {
			List<Outcome> outcomes = Volley.fire(this.client, Manner.WAITING, calls);
			last.clear();
			last.addAll(outcomes);
			outcomes.forEach(this::assertHonest);
			return outcomes.stream().noneMatch(Outcome::failed);
		}, () -> "Without a fault calls fail: " + last.stream().filter(Outcome::failed).map(Outcome::failure).toList());
	}

	/** Leaves no connection behind, which a proxy that does not read would not see. */
	@Override
	public void close() {
		this.proxy.pass();
		this.client.close();
		try {
			Eventually.soon(() -> this.proxy.connections() == 0,
					() -> "%d connections of a closed client are open".formatted(this.proxy.connections()));
		}
		finally {
			this.proxy.close();
		}
	}

}
