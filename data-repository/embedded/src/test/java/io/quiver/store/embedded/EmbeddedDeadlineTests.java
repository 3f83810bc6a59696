package io.quiver.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.embedded.disk.WriteGuard;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Deadlines end what the engine does, and leave no doubt of what is stored.
 *
 * @author Quiver
 */
class EmbeddedDeadlineTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	/** Long enough for ten thousand rows to be found on the slowest machine. */
	private static final Duration LONG = Duration.ofSeconds(2);

	private static final SearchOptions AT_ONCE = SearchOptions.none().withTimeout(Duration.ofNanos(1));

	private static final int ROWS = 12_000;

	@TempDir
	Path directory;

	private final RecordedCalls calls = new RecordedCalls();

	private final LogGate gate = new LogGate();

	private EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory());

	@AfterEach
	void close() {
		this.client.close();
	}

	private void open(EmbeddedSettings settings, StoreCalls calls, int rows) {
		this.client.close();
		this.client = EmbeddedClient.open(settings, calls, this.gate);
		this.client.create(Samples.SPEC);
		Samples.save(this.client, Samples.rows(0, rows));
		// what is searched now writes nothing
		this.client.refresh("samples");
	}

	private void openInMemory(Duration read) {
		open(EmbeddedSettings.inMemory(), this.calls.door((door) -> door.operation("search", timeouts(read), null)),
				2000);
	}

	private static Timeouts timeouts(Duration attempt) {
		return new Timeouts(Duration.ZERO, attempt, attempt, Duration.ZERO);
	}

	@Test
	void everyReadEndsAtItsDeadline() {
		openInMemory(Duration.ZERO);
		assertTimesOut(() -> this.client.count(Samples.SPEC, null, AT_ONCE));
		assertTimesOut(() -> this.client.get(Samples.SPEC, List.of(Key.of(1L)), Projection.key(Samples.SPEC), AT_ONCE));
		assertTimesOut(() -> this.client
			.find(new FindRequest(Samples.SPEC, Projection.key(Samples.SPEC), null, List.of(), 0, 1, null, AT_ONCE)));
		assertTimesOut(() -> this.client.rank(new RankRequest(Samples.SPEC, Projection.key(Samples.SPEC), List.of(2),
				"row", null, 0, null, 0, 1, AT_ONCE)));
	}

	private static void assertTimesOut(Runnable call) {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(call::run)
			.withMessageContaining("did not end in its time");
	}

	@Test
	void aSearchIsEndedInTheMiddle() {
		openInMemory(SHORT);
		AtomicInteger collected = new AtomicInteger();
		assertTimesOut(() -> this.client.search("samples", (searcher) -> {
			searcher.search(new MatchAllDocsQuery(), new Slow(SearchDeadline.of(searcher), collected));
			return collected.get();
		}));
		assertThat(collected.get()).isPositive().isLessThan(2000);
	}

	@Test
	void aSearchOfAllTermsIsEndedInTheMiddle() {
		openInMemory(SHORT);
		AtomicInteger tested = new AtomicInteger();
		assertTimesOut(() -> this.client.search("samples", (searcher) -> {
			Predicate<String> slow = (term) -> awaitEnd(SearchDeadline.of(searcher), tested);
			return searcher.count(new TermScanQuery("text", new byte[0], slow));
		}));
		assertThat(tested).hasValue(1);
	}

	@Test
	void aSearchOfAllBodiesIsEndedInTheMiddle() {
		openInMemory(SHORT);
		AtomicInteger tested = new AtomicInteger();
		assertTimesOut(() -> this.client.search("samples",
				(searcher) -> searcher.count(new BodyTestQuery(new EmbeddedRows(Samples.SPEC), 0,
						(value) -> awaitEnd(SearchDeadline.of(searcher), tested)))));
		assertThat(tested).hasValue(1);
	}

	@Test
	void anExactComparisonIsEndedInTheMiddle() {
		openInMemory(Duration.ZERO);
		NeighbourSearch.Point point = new NeighbourSearch.Point("vector", Metric.EUCLIDEAN, new float[4], null,
				SimilarityRange.all(), 10, SearchOptions.none().withExact());
		assertTimesOut(() -> this.client.search("samples",
				(searcher) -> new NeighbourSearch(this.client.settings(), over()).search(searcher, point)));
	}

	private static Deadline over() {
		return Deadline.after(Duration.ofNanos(1));
	}

	private static boolean awaitEnd(Deadline deadline, AtomicInteger times) {
		times.incrementAndGet();
		assertThat(deadline.isSet()).isTrue();
		while (!deadline.isOver()) {
			Thread.onSpinWait();
		}
		return false;
	}

	/**
	 * Takes its time with the first row.
	 */
	private static final class Slow extends SimpleCollector {

		private final Deadline deadline;

		private final AtomicInteger collected;

		private Slow(Deadline deadline, AtomicInteger collected) {
			this.deadline = deadline;
			this.collected = collected;
		}

		@Override
		public void collect(int doc) {
			awaitEnd(this.deadline, this.collected);
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

	@Test
	void searchersWithADeadlineUseTheExecutorToo() {
		AtomicInteger tasks = new AtomicInteger();
		EmbeddedSettings settings = EmbeddedSettings.builder().searchExecutor((task) -> {
			tasks.incrementAndGet();
			task.run();
		}).build();
		open(settings, this.calls.door((door) -> door.timeouts(timeouts(Duration.ofMinutes(1)))), 10);
		int parallel = this.client.search("samples",
				(IndexSearcher searcher) -> searcher.getTaskExecutor()
					.invokeAll(List.of(() -> 1, () -> 2, () -> 3))
					.size());
		assertThat(parallel).isEqualTo(3);
		assertThat(tasks.get()).isPositive();
	}

	@Test
	void aDeletionByConditionSaysHowMuchItDidInItsTime() {
		open(EmbeddedSettings.at(this.directory), this.calls.door(), ROWS);
		this.gate.slowOnce(LONG);
		WriteOptions options = WriteOptions.none().withTimeout(LONG);
		assertThat(this.calls
			.of(() -> assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> this.client.deleteWhere(Samples.SPEC, null, options))
				.withMessageContaining("10000 rows of collection 'samples' were deleted"))
			.getRowsWritten()).isEqualTo(10_000);
		assertThat(Samples.count(this.client)).isEqualTo(ROWS - 10_000);
	}

	@Test
	void aDeletionByConditionCountsTheRowsOfAllItsTries() {
		StoreCalls door = this.calls
			.door((policies) -> policies.operation("delete-where", timeouts(LONG), Retry.ofDefaults("test")));
		open(EmbeddedSettings.at(this.directory), door, ROWS);
		this.gate.slowOnce(LONG);
		assertThat(this.calls
			.of(() -> assertThat(this.client.deleteWhere(Samples.SPEC, null, WriteOptions.none())).isEqualTo(ROWS))
			.getAttempts()).isEqualTo(2);
		assertThat(this.calls.only().getRowsWritten()).isEqualTo(ROWS);
	}

	@Test
	void aDeletionByConditionThatCannotGoOnSaysHowMuchItDid() {
		open(EmbeddedSettings.at(this.directory), this.calls.door(), ROWS);
		this.gate.failAfter(1);
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.client.deleteWhere(Samples.SPEC, null, WriteOptions.none()))
			.withMessageContaining("10000 rows of collection 'samples' were deleted")
			.withMessageContaining("No space left on device");
		assertThat(Samples.count(this.client)).isEqualTo(ROWS - 10_000);
	}

	@Test
	void aWriteThatDoesNotGetItsTurnIsNotDone() throws Exception {
		CircuitBreaker breaker = CircuitBreaker.ofDefaults("test");
		open(EmbeddedSettings.at(this.directory), this.calls.door((door) -> door.circuitBreaker(breaker)), 10);
		WriteOptions soon = WriteOptions.none().withTimeout(SHORT);
		Thread deleting = this.gate
			.holdIn(() -> this.client.deleteWhere(Samples.SPEC, Filter.where("id").is(1L), WriteOptions.none()));
		try {
			for (WriteMode mode : List.of(WriteMode.INSERT, WriteMode.SAVE)) {
				assertNotDone(() -> this.client.write(new WriteRequest(Samples.SPEC, mode, Projection.all(Samples.SPEC),
						Samples.rows(10, 12), null, soon)));
			}
			assertNotDone(() -> this.client.delete(new DeleteRequest(Samples.SPEC, List.of(Key.of(2L)), null, soon)));
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> this.client.deleteWhere(Samples.SPEC, null, soon))
				.withMessageContaining("0 rows of collection 'samples' were deleted");
		}
		finally {
			this.gate.release();
			deleting.join();
		}
		assertThat(Samples.count(this.client)).isEqualTo(9);
		assertThat(breaker.getMetrics().getNumberOfFailedCalls()).as("own time-outs speak not against the disk")
			.isZero();
	}

	private static void assertNotDone(Runnable write) {
		assertThatExceptionOfType(NotSentException.class).isThrownBy(write::run)
			.withMessageContaining("Nothing of this write to collection 'samples' was done")
			.withCauseInstanceOf(QueryTimeoutException.class);
	}

	@Test
	void aWriteThatIsInTheLogGoesOnToItsEnd() {
		open(EmbeddedSettings.at(this.directory), this.calls.door(), 10);
		Duration timeout = Duration.ofSeconds(1);
		this.gate.slowOnce(timeout);
		this.client.write(new WriteRequest(Samples.SPEC, WriteMode.INSERT, Projection.all(Samples.SPEC),
				Samples.rows(10, 12), null, WriteOptions.none().withTimeout(timeout)));
		assertThat(Samples.count(this.client)).isEqualTo(12);
	}

	@Test
	void anInterruptDoesNotEndTheWaitingForATurn() {
		AtomicBoolean interrupts = new AtomicBoolean();
		open(EmbeddedSettings.at(this.directory), new InterruptedCalls(this.calls.door(), interrupts::get), 10);
		interrupts.set(true);
		this.client.write(new WriteRequest(Samples.SPEC, WriteMode.INSERT, Projection.all(Samples.SPEC),
				Samples.rows(10, 12), null, WriteOptions.none().withTimeout(Duration.ofMinutes(1))));
		assertThat(Thread.interrupted()).isTrue();
		interrupts.set(false);
		assertThat(Samples.count(this.client)).isEqualTo(12);
	}

	/**
	 * Holds up the writes to disk of one thread; the first of a write is that of the log.
	 */
	private static final class LogGate implements WriteGuard {

		private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private volatile Duration slow = Duration.ZERO;

		private volatile int left = Integer.MAX_VALUE;

		private volatile boolean hold;

		void slowOnce(Duration time) {
			this.slow = time;
			this.thread.set(Thread.currentThread());
		}

		void failAfter(int writes) {
			this.left = writes;
			this.thread.set(Thread.currentThread());
		}

		Thread holdIn(Runnable action) throws InterruptedException {
			Thread writing = new Thread(action);
			this.hold = true;
			this.thread.set(writing);
			writing.start();
			assertThat(this.reached.await(1, TimeUnit.MINUTES)).isTrue();
			return writing;
		}

		void release() {
			this.released.countDown();
		}

		@Override
		public void beforeWrite(long bytes) throws IOException {
			if (Thread.currentThread() != this.thread.get()) {
				return;
			}
			if (this.left != Integer.MAX_VALUE && this.left-- <= 0) {
				this.thread.set(null);
				throw new IOException("No space left on device");
			}
			if (this.hold) {
				this.thread.set(null);
				this.reached.countDown();
				await(this.released);
			}
			if (!this.slow.isZero()) {
				this.thread.set(null);
				awaitEnd(Deadline.after(this.slow), new AtomicInteger());
			}
		}

		private static void await(CountDownLatch latch) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
