package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
		succeed(shots(0, Shot::save).toList());
		succeed(reads());
		return this;
	}

	List<Shot> reads() {
		return shots(0, Shot::read).toList();
	}

	/** Reads of rows that are there, writes of others, and additions if there are any. */
	List<Shot> everything() {
		Stream<Shot> reads = shots(0, Shot::read);
		Stream<Shot> saves = shots(CALLS, Shot::save);
		Stream<Shot> additions = (this.client.canAdd()) ? shots(0, Shot::add) : Stream.empty();
		return Stream.of(reads, saves, additions).flatMap((each) -> each.limit(CALLS / 2)).toList();
	}

	/** A single WRITE. */
	List<Shot> addition() {
		return List.of(Shot.add(this.first));
	}

	List<Shot> savesOf(int length) {
		return shots(2 * CALLS, (row) -> Shot.save(row, length)).limit(2).toList();
	}

	private Stream<Shot> shots(int from, IntFunction<Shot> shot) {
		return IntStream.range(this.first + from, this.first + from + CALLS).mapToObj(shot);
	}

	/** Makes calls that must end in their time, with an error of Spring's if at all. */
	List<Hit> fire(Manner manner, List<Shot> shots) {
		List<Hit> hits = Volley.fire(this.client, manner, shots);
		hits.forEach(this::assertInTime);
		hits.forEach(this::assertHonest);
		return hits;
	}

	private void assertInTime(Hit hit) {
		Duration limit = FaultPolicies.limit(this.timeouts.total());
		Duration begin = FaultPolicies.limit(Duration.ZERO);
		if (hit.elapsed().compareTo(limit) > 0 || hit.blocked().compareTo(begin) > 0) {
			throw new LateError(hit, limit);
		}
	}

	private void assertHonest(Hit hit) {
		if (hit.failed()) {
			assertThat(hit.failure()).as("failure of %s", hit.shot()).isInstanceOf(DataAccessException.class);
		}
		else if (hit.shot().safety() == Safety.READ) {
			assertThat(hit.value()).as("what %s returned", hit.shot()).isEqualTo(hit.shot().value());
		}
		if (hit.failed() && hit.shot().safety() == Safety.WRITE) {
			assertThat(hit.failure()).as("failure of %s, which says whether it may have been done", hit.shot())
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
	void assertWritten(List<Hit> hits) {
		for (Hit hit : hits) {
			if (hit.shot().safety() == Safety.IDEMPOTENT_WRITE && !hit.failed()) {
				assertThat(this.client.read(hit.shot().row())).as("row %d, which was stored", hit.shot().row())
					.isEqualTo(hit.shot().value());
			}
			if (hit.shot().safety() == Safety.WRITE) {
				long times = this.client.added(hit.shot().row());
				int least = (hit.failed()) ? 0 : 1;
				int most = (hit.failure() instanceof NotSentException) ? 0 : 1;
				assertThat(times).as("how often %s was done, of which was reported: %s", hit.shot(), hit.failure())
					.isBetween((long) least, (long) most);
			}
		}
	}

	/** How often the {@link #addition()} was done. */
	long timesAdded() {
		return this.client.added(this.first);
	}

	/** Calls until each call succeeds, and never with the wrong answer. */
	private void succeed(List<Shot> shots) {
		List<Hit> last = new CopyOnWriteArrayList<>();
		Eventually.late(() -> {
			List<Hit> hits = Volley.fire(this.client, Manner.WAITING, shots);
			last.clear();
			last.addAll(hits);
			hits.forEach(this::assertHonest);
			return hits.stream().noneMatch(Hit::failed);
		}, () -> "Without a fault calls fail: " + last.stream().filter(Hit::failed).map(Hit::failure).toList());
	}

	/** Leaves no connection behind. */
	@Override
	public void close() {
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
