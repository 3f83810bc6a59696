package io.quiver.data.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@NullUnmarked
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PermitsTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final Bulkhead bulkhead = bulkhead(1, Duration.ZERO);

	private final Permits permits = new Permits("test", this.bulkhead, LONG, ForkJoinPool.commonPool());

	@Test
	void whoCameFirstIsLetInFirst() {
		this.permits.acquire(Deadline.none());
		List<Integer> order = new ArrayList<>();
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			int number = i;
			all.add(this.permits.acquireAsync(Deadline.none()).thenAccept((waited) -> {
				order.add(number);
				this.permits.release();
			}));
		}
		this.permits.release();
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).orTimeout(60, TimeUnit.SECONDS).join();
		assertThat(order).hasSize(100).isSorted();
		assertThat(available(this.bulkhead)).isOne();
	}

	@Test
	void whoComesLaterIsNotQuickerThanWhoWaits() {
		this.permits.acquire(Deadline.none());
		CompletableFuture<Boolean> first = this.permits.acquireAsync(Deadline.none());
		this.permits.release();
		CompletableFuture<Boolean> second = this.permits.acquireAsync(Deadline.none());
		assertThat(first).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
		assertThat(second).isNotDone();
		this.permits.release();
		assertThat(second).succeedsWithin(Duration.ofSeconds(30));
	}

	@Test
	void threadWaitsInTheSameQueue() throws Exception {
		this.permits.acquire(Deadline.none());
		CompletableFuture<Boolean> thread = CompletableFuture.supplyAsync(() -> this.permits.acquire(Deadline.none()),
				(task) -> new Thread(task).start());
		// a permit that comes free goes to whoever stands in the queue, or is there for
		// who
		// has not come yet
		this.permits.release();
		assertThat(thread.get(30, TimeUnit.SECONDS)).isIn(true, false);
		assertThat(available(this.bulkhead)).isZero();
	}

	@Test
	void waitEndsAtTheDeadline() {
		this.permits.acquire(Deadline.none());
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> this.permits.acquire(Deadline.after(Duration.ofMillis(5))));
		assertThat(this.permits.acquireAsync(Deadline.after(Duration.ofMillis(5)))).failsWithin(Duration.ofSeconds(30))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(CallRefusedException.class);
		this.permits.release();
		assertThat(available(this.bulkhead)).isOne();
		assertThat(this.permits.acquire(Deadline.none())).isFalse();
	}

	@Test
	void bulkheadThatWaitsItselfDoesNotWaitBeyondTheDeadline() {
		Bulkhead waiting = bulkhead(1, Duration.ofHours(1));
		Permits permits = new Permits("test", waiting, Duration.ZERO, Runnable::run);
		permits.acquire(Deadline.none());
		assertThat(permits.acquireAsync(Deadline.after(Duration.ofMinutes(10)))).as("waits an hour, without a thread")
			.isNotDone();
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> permits.acquire(Deadline.after(Duration.ofMillis(5))));
	}

	@Test
	void interruptedThreadLeavesTheQueue() throws Exception {
		this.permits.acquire(Deadline.none());
		AtomicBoolean interrupted = new AtomicBoolean();
		CompletableFuture<Boolean> refused = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				this.permits.acquire(Deadline.none());
			}
			catch (CallRefusedException ex) {
				interrupted.set(Thread.interrupted());
				refused.complete(true);
			}
		});
		thread.start();
		thread.interrupt();
		assertThat(refused.get(30, TimeUnit.SECONDS)).isTrue();
		assertThat(interrupted).isTrue();
		this.permits.release();
		assertThat(available(this.bulkhead)).isOne();
	}

	@Test
	void interruptedThreadThatReleasesWakesTheNext() {
		this.permits.acquire(Deadline.none());
		CompletableFuture<Boolean> next = this.permits.acquireAsync(Deadline.none());
		Thread.currentThread().interrupt();
		this.permits.release();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(next).succeedsWithin(Duration.ofSeconds(30));
	}

	@Test
	void stackDoesNotGrowWithThoseWhoWait() {
		StoreCalls calls = StoreCalls.builder("test", "test").bulkhead(this.bulkhead, LONG).build();
		this.bulkhead.acquirePermission();
		AtomicInteger deepest = new AtomicInteger();
		List<CompletableFuture<String>> all = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			all.add(calls.callAsync(Door.READ, (attempt) -> {
				deepest.accumulateAndGet(new Throwable().getStackTrace().length, Math::max);
				return CompletableFuture.completedFuture("rows");
			}));
		}
		this.bulkhead.releasePermission();
		// whoever comes next lets those in who wait
		all.add(calls.callAsync(Door.READ, (attempt) -> CompletableFuture.completedFuture("rows")));
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).orTimeout(60, TimeUnit.SECONDS).join();
		assertThat(deepest.get()).isBetween(1, 100);
		assertThat(available(this.bulkhead)).isOne();
	}

	@Test
	void thousandsWaitWithoutAThread() {
		StoreCalls calls = StoreCalls.builder("test", "test").bulkhead(this.bulkhead, LONG).build();
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> holding = calls.callAsync(Door.READ, (attempt) -> first);
		int before = Thread.activeCount();
		AtomicInteger begun = new AtomicInteger();
		List<CompletableFuture<String>> all = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			all.add(calls.callAsync(Door.READ, (attempt) -> {
				begun.incrementAndGet();
				return CompletableFuture.completedFuture("rows");
			}));
		}
		assertThat(Thread.activeCount()).isLessThan(before + 50);
		assertThat(begun).hasValue(0);
		first.complete("rows");
		assertThat(holding).isCompletedWithValue("rows");
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).orTimeout(60, TimeUnit.SECONDS).join();
	}

	@Test
	void nothingIsLostWhateverComesTogether() throws Exception {
		Bulkhead three = bulkhead(3, Duration.ZERO);
		StoreCalls calls = StoreCalls.builder("test", "test").bulkhead(three, Duration.ofMillis(200)).build();
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		ConcurrentLinkedQueue<CompletableFuture<?>> asynchronous = new ConcurrentLinkedQueue<>();
		CountDownLatch ended = new CountDownLatch(12);
		List<Thread> threads = new ArrayList<>();
		for (int t = 0; t < 12; t++) {
			boolean async = t % 2 == 0;
			Thread thread = new Thread(() -> {
				for (int i = 0; i < 300; i++) {
					one(calls, async, inside, most, done, asynchronous);
					Thread.interrupted();
				}
				ended.countDown();
			});
			threads.add(thread);
			thread.start();
		}
		while (!ended.await(1, TimeUnit.MILLISECONDS)) {
			threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
		}
		for (CompletableFuture<?> call : asynchronous) {
			call.handle((value, failure) -> null).get(30, TimeUnit.SECONDS);
		}
		assertThat(most.get()).isBetween(1, 3);
		assertThat(done.get()).isPositive();
		// who left while waiting gives back what is handed over
		while (available(three) < 3) {
			LockSupport.parkNanos(1_000_000);
		}
		assertThat(available(three)).isEqualTo(3);
		for (int i = 0; i < 3; i++) {
			assertThat(three.tryAcquirePermission()).isTrue();
		}
	}

	private static void one(StoreCalls calls, boolean async, AtomicInteger inside, AtomicInteger most,
			AtomicInteger done, ConcurrentLinkedQueue<CompletableFuture<?>> asynchronous) {
		int kind = ThreadLocalRandom.current().nextInt(8);
		Operation operation = (kind == 0) ? Door.READ.within(Duration.ofNanos(50_000)) : Door.READ;
		StoreCall<String> work = (attempt) -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			LockSupport.parkNanos(20_000);
			inside.decrementAndGet();
			if (kind == 1) {
				throw new AssertionError("an error now and then");
			}
			done.incrementAndGet();
			return "rows";
		};
		if (async) {
			CompletableFuture<String> call = calls.callAsync(operation,
					(attempt) -> (kind == 2) ? null : CompletableFuture.completedFuture(work.call(attempt)));
			if (kind == 3) {
				call.cancel(true);
			}
			asynchronous.add(call);
			return;
		}
		try {
			calls.call(operation, work);
		}
		catch (CallRefusedException | AssertionError ex) {
			// what is expected to happen now and then
		}
	}

	private static Bulkhead bulkhead(int permits, Duration maxWait) {
		return Bulkhead.of("test",
				BulkheadConfig.custom().maxConcurrentCalls(permits).maxWaitDuration(maxWait).build());
	}

	private static int available(Bulkhead bulkhead) {
		return bulkhead.getMetrics().getAvailableConcurrentCalls();
	}

}
