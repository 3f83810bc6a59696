package io.quiver.store.proxima;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.NotRepeatedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import io.quiver.store.proxima.server.ProximaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server ends and begins again in the middle of a load.
 *
 * @author Quiver
 */
@Tag("any-java")
class RestartTests {

	private static final Duration DEADLINE = Duration.ofMillis(1500);

	/** What a busy machine may add to it. */
	private static final Duration SLACK = Duration.ofSeconds(2);

	private static final int THREADS = 4;

	private final ProximaServer server = new ProximaServer();

	private final AtomicInteger nextRow = new AtomicInteger();

	private final AtomicInteger succeeded = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final Map<Integer, String> inserts = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<Throwable> surprises = new ConcurrentLinkedQueue<>();

	private volatile boolean ended;

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	private static StoreCalls calls() {
		Timeouts timeouts = new Timeouts(Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMillis(700),
				DEADLINE);
		return StoreCalls.builder("load", "proxima")
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

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void theStoreGoesOnByItself(String transport) throws InterruptedException {
		ProximaClient client = ((transport.equals("grpc")) ? Clients.grpc(this.server.address())
				: Clients.http(this.server.httpAddress(), Duration.ofMillis(500)))
			.calls(calls())
			.build();
		try (ProximaStore store = new ProximaStore("load", client)) {
			StoreGuardedClient.prepare(store);
			List<Thread> threads = IntStream.range(0, THREADS)
				.mapToObj((i) -> new Thread(() -> load(store), "load-" + i))
				.toList();
			threads.forEach(Thread::start);
			for (int round = 0; round < 2; round++) {
				int before = this.succeeded.get();
				await(() -> this.succeeded.get() > before + 50);
				this.server.kill();
				int failures = this.failed.get();
				await(() -> this.failed.get() > failures + 2 * THREADS);
				this.server.start();
			}
			int before = this.succeeded.get();
			await(() -> this.succeeded.get() > before + 50);
			this.ended = true;
			for (Thread thread : threads) {
				thread.join(60_000);
			}
			assertThat(this.surprises).isEmpty();
		}
		try (ProximaStore patient = new ProximaStore("patient", Clients.grpc(this.server.address()).build())) {
			assertInserted(patient);
		}
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time to wait for it").isLessThan(end);
			Thread.sleep(5);
		}
	}

	private void load(ProximaStore store) {
		try {
			while (!this.ended) {
				int row = this.nextRow.getAndAdd(5);
				insert(store, row, 1);
				insert(store, row + 1, 4);
				call(() -> store
					.write(StoreGuardedClient.request(StoreGuardedClient.SAVED, WriteMode.SAVE, row % 100, "saved"))
					.failures());
				call(() -> {
					store.nearest(new NearestRequest(StoreGuardedClient.SAVED, Projection.of(0), 2,
							new float[] { 1, 2 }, null, SimilarityRange.all(), 0, 3, SearchOptions.none()));
					return List.of();
				});
			}
		}
		catch (Throwable ex) {
			this.surprises.add(ex);
		}
	}

	private void insert(ProximaStore store, int first, int count) {
		List<Row> rows = IntStream.range(first, first + count)
			.mapToObj((row) -> Row.of((long) row, "inserted", new float[] { row, 1 }))
			.toList();
		List<RowFailure> failures = new ArrayList<>();
		Throwable whole = call(() -> {
			WriteResult result = store.write(WriteRequest.of(StoreGuardedClient.ADDED, WriteMode.INSERT, rows));
			failures.addAll(result.failures());
			return result.failures();
		});
		for (int i = 0; i < count; i++) {
			int place = i;
			RowFailure failure = failures.stream().filter((each) -> each.index() == place).findFirst().orElse(null);
			boolean done = whole == null && failure == null;
			boolean notDone = (whole != null)
					? whole instanceof NotSentException || whole instanceof CallRefusedException
					: failure != null && failure.outcome() == Outcome.FAILED;
			this.inserts.put(first + i, (done) ? "done" : (notDone) ? "not done" : "unknown");
			// a second try of a row that the first has stored would say that it is there
			if (failure != null && failure.cause() instanceof DuplicateKeyException) {
				this.surprises.add(failure.cause());
			}
		}
	}

	private @Nullable Throwable call(Supplier<List<RowFailure>> call) {
		long begin = System.nanoTime();
		@Nullable Throwable failure = null;
		try {
			(call.get().isEmpty() ? this.succeeded : this.failed).incrementAndGet();
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

	private void assertInserted(ProximaStore store) {
		assertThat(this.inserts).containsValues("done", "not done");
		List<Integer> inserted = List.copyOf(this.inserts.keySet());
		List<@Nullable Row> stored = store.get(StoreGuardedClient.ADDED,
				inserted.stream().map((row) -> Key.of((long) row)).toList(), Projection.of(0), SearchOptions.none());
		for (int i = 0; i < inserted.size(); i++) {
			String outcome = this.inserts.get(inserted.get(i));
			if (!"unknown".equals(outcome)) {
				assertThat(stored.get(i) != null).as("row %d, reported as %s", inserted.get(i), outcome)
					.isEqualTo("done".equals(outcome));
			}
		}
	}

}
