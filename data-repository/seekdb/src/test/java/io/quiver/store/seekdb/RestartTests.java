package io.quiver.store.seekdb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server is killed and begins again in the middle of a load.
 *
 * @author Quiver
 */
@Tag("any-java")
class RestartTests {

	private static final Duration DEADLINE = Duration.ofMillis(1500);

	/** What a busy machine may add to it. */
	private static final Duration SLACK = Duration.ofSeconds(2);

	private static final int THREADS = 4;

	private final AtomicInteger nextRow = new AtomicInteger();

	private final AtomicInteger succeeded = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final Map<Integer, String> inserts = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<Throwable> surprises = new ConcurrentLinkedQueue<>();

	private volatile boolean ended;

	private static StoreCalls calls() {
		Timeouts timeouts = new Timeouts(Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMillis(700),
				DEADLINE);
		return StoreCalls.builder("load", "seekdb")
			.timeouts(timeouts)
			.retry(Retry.of("load",
					RetryConfig.custom()
						.maxAttempts(3)
						.waitDuration(Duration.ofMillis(50))
						.ignoreExceptions(NotRepeatedException.class)
						.build()))
			.circuitBreaker(CircuitBreaker.of("load",
					CircuitBreakerConfig.custom()
						.slidingWindowSize(20)
						.minimumNumberOfCalls(10)
						.waitDurationInOpenState(Duration.ofMillis(100))
						.permittedNumberOfCallsInHalfOpenState(2)
						.build()))
			.build();
	}

	@Test
	void theClientGoesOnByItselfAndTellsTheTruthAboutItsWrites() throws InterruptedException {
		try (SeekdbServer server = new SeekdbServer()) {
			server.start();
			goesOn(server);
		}
	}

	private void goesOn(SeekdbServer server) throws InterruptedException {
		SeekdbPool pool = SeekdbClients.pool(server).withConnectTimeout(Duration.ofMillis(500));
		try (SeekdbClient patient = SeekdbClients.client(server)) {
			patient.jdbcClient().sql("DROP TABLE IF EXISTS restarts").update();
			patient.jdbcClient().sql("CREATE TABLE restarts (id INT PRIMARY KEY, text LONGTEXT)").update();
			try (SeekdbClient client = SeekdbClient.builder(pool).calls(calls()).build()) {
				load(server, client);
				assertThat(this.surprises).isEmpty();
				assertThat(client.pool()).isNotNull().satisfies((stats) -> {
					assertThat(stats.active()).isZero();
					assertThat(stats.pending()).isZero();
				});
			}
			assertInserted(patient);
		}
	}

	private void load(SeekdbServer server, SeekdbClient client) throws InterruptedException {
		List<Thread> threads = IntStream.range(0, THREADS)
			.mapToObj((i) -> new Thread(() -> load(client), "load-" + i))
			.toList();
		threads.forEach(Thread::start);
		for (int round = 0; round < 2; round++) {
			int before = this.succeeded.get();
			await(() -> this.succeeded.get() > before + 50);
			server.kill();
			int failures = this.failed.get();
			await(() -> this.failed.get() > failures + 2 * THREADS);
			server.start();
		}
		int before = this.succeeded.get();
		await(() -> this.succeeded.get() > before + 50);
		this.ended = true;
		for (Thread thread : threads) {
			thread.join(60_000);
			assertThat(thread.isAlive()).isFalse();
		}
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time to wait for it").isLessThan(end);
			Thread.sleep(5);
		}
	}

	private void load(SeekdbClient client) {
		try {
			while (!this.ended) {
				int row = this.nextRow.getAndAdd(2);
				insert(client, row);
				insert(client, row + 1);
				call(() -> client.calls()
					.call(StoreOperations.GET,
							(session, attempt) -> session.query(
									new SqlBuilder().append("SELECT text FROM restarts WHERE id = ").bind(row).build(),
									(found) -> found.getString(1))));
			}
		}
		catch (Throwable ex) {
			this.surprises.add(ex);
		}
	}

	private void insert(SeekdbClient client, int row) {
		Throwable failure = call(() -> client.calls()
			.call(StoreOperations.INSERT,
					(session,
							attempt) -> session.update(new SqlBuilder().append("INSERT INTO restarts VALUES (")
								.bind(row)
								.append(", ")
								.bind("text")
								.append(")")
								.build())));
		this.inserts.put(row,
				(failure == null) ? "done" : (failure instanceof NotSentException) ? "not done" : "unknown");
		// a second try of a row that the first has stored would say that it is there
		if (failure instanceof DuplicateKeyException) {
			this.surprises.add(failure);
		}
	}

	private @Nullable Throwable call(Runnable call) {
		long begin = System.nanoTime();
		@Nullable Throwable failure = null;
		try {
			call.run();
			this.succeeded.incrementAndGet();
		}
		catch (DataAccessException ex) {
			this.failed.incrementAndGet();
			failure = ex;
		}
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		if (took.compareTo(DEADLINE.plus(SLACK)) > 0) {
			this.surprises.add(new AssertionError("A call took " + took, failure));
		}
		return failure;
	}

	private void assertInserted(SeekdbClient client) {
		assertThat(this.inserts).containsValues("done", "not done");
		Set<Integer> stored = Set
			.copyOf(client.jdbcClient().sql("SELECT id FROM restarts").query(Integer.class).list());
		this.inserts.forEach((row, outcome) -> {
			if (!"unknown".equals(outcome)) {
				assertThat(stored.contains(row)).as("row %d, reported as %s", row, outcome)
					.isEqualTo("done".equals(outcome));
			}
		});
	}

}
