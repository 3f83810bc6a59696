package io.quiver.data.policy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What only the form without a waiting thread must keep.
 */
@NullUnmarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AsyncTriesTests {

	private static final Duration PATIENT = Duration.ofSeconds(30);

	private final Door door = new Door();

	private final StoreCalls calls = this.door.open();

	@Test
	void transportThatNeverAnswersIsCancelledAtTheDeadline() {
		CompletableFuture<String> hanging = new CompletableFuture<>();
		assertThat(failure(this.calls.callAsync(Door.READ.within(Duration.ofMillis(20)), (attempt) -> hanging)))
			.isInstanceOf(QueryTimeoutException.class)
			.hasMessageContaining("get on 'articles'");
		assertThat(hanging).isCancelled();
		this.door.nothingIsHeld();
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).as("the caller's own time-out").isZero();
	}

	@Test
	void tryThatHangsIsRepeatedWithinTheTotal() {
		StoreCalls calls = this.door.builder()
			.timeouts(new Timeouts(Duration.ZERO, Duration.ofMillis(20), Duration.ZERO, Duration.ofSeconds(30)))
			.build();
		CompletableFuture<String> hanging = new CompletableFuture<>();
		assertThat(calls.callAsync(Door.READ,
				(attempt) -> (attempt.number() == 1) ? hanging : CompletableFuture.completedFuture("rows")))
			.succeedsWithin(PATIENT)
			.isEqualTo("rows");
		assertThat(hanging).isCancelled();
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).as("the store's time-out").isOne();
		this.door.calls(0, 1, 0, 0);
	}

	@Test
	void writeThatHangsIsUnknown() {
		assertThat(failure(this.calls.callAsync(Door.INSERT.within(Duration.ofMillis(20)),
				(attempt) -> new CompletableFuture<>())))
			.isInstanceOf(OutcomeUnknownException.class);
	}

	@Test
	void callerThatCancelsCancelsTheTryAndBlamesNobody() {
		this.door.halfOpen();
		CompletableFuture<String> running = new CompletableFuture<>();
		CompletableFuture<String> result = this.calls.callAsync(Door.READ, (attempt) -> running);
		result.cancel(true);
		assertThat(running).isCancelled();
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
		this.door.calls(0, 0, 0, 0);
	}

	@Test
	void callerThatGivesUpCancelsTheTryToo() {
		CompletableFuture<String> running = new CompletableFuture<>();
		CompletableFuture<String> result = this.calls.callAsync(Door.READ, (attempt) -> running);
		result.completeExceptionally(new java.util.concurrent.TimeoutException("the caller's own"));
		assertThat(running).isCancelled();
		this.door.nothingIsHeld();
	}

	@Test
	void callerThatCancelsBetweenTriesIsNotAnsweredByAnother() {
		Retry slow = Retry.of("slow",
				RetryConfig.custom().intervalFunction(IntervalFunction.of(Duration.ofMillis(20))).build());
		StoreCalls calls = this.door.withoutRetry().retry(slow).build();
		AtomicInteger tries = new AtomicInteger();
		CompletableFuture<String> result = calls.callAsync(Door.READ, (attempt) -> {
			tries.incrementAndGet();
			return CompletableFuture.failedFuture(new QueryTimeoutException("late"));
		});
		this.door.nothingIsHeld();
		result.cancel(true);
		// the timer is the same, so that this comes after the next try would
		CompletableFuture.runAsync(() -> {
		}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS)).join();
		assertThat(tries).hasValue(1);
	}

	@Test
	void callerThatCancelsWhileItWaitsForAPermitIsNotSent() {
		StoreCalls calls = StoreCalls.builder("test", "test")
			.circuitBreaker(this.door.breaker)
			.bulkhead(this.door.bulkhead, Duration.ofMinutes(1))
			.build();
		CompletableFuture<String> first = new CompletableFuture<>();
		CompletableFuture<String> second = new CompletableFuture<>();
		calls.callAsync(Door.READ, (attempt) -> first);
		calls.callAsync(Door.READ, (attempt) -> second);
		AtomicInteger sent = new AtomicInteger();
		CompletableFuture<String> cancelled = calls.callAsync(Door.READ, (attempt) -> {
			sent.incrementAndGet();
			return CompletableFuture.completedFuture("rows");
		});
		CompletableFuture<String> behind = calls.callAsync(Door.READ,
				(attempt) -> CompletableFuture.completedFuture("rows"));
		cancelled.cancel(true);
		first.complete("rows");
		assertThat(behind).succeedsWithin(PATIENT);
		second.complete("rows");
		assertThat(sent).hasValue(0);
		this.door.nothingIsHeld();
	}

	@Test
	void transportThatCancelsIsRepeated() {
		CompletableFuture<String> cancelled = new CompletableFuture<>();
		cancelled.cancel(true);
		assertThat(this.calls.callAsync(Door.READ,
				(attempt) -> (attempt.number() == 1) ? cancelled : CompletableFuture.completedFuture("rows")))
			.succeedsWithin(PATIENT);
	}

	@Test
	void writeThatTheTransportCancelsIsUnknown() {
		CompletableFuture<String> cancelled = new CompletableFuture<>();
		cancelled.cancel(true);
		CompletableFuture<String> result = this.calls.callAsync(Door.INSERT, (attempt) -> cancelled);
		assertThat(failure(result)).isInstanceOf(OutcomeUnknownException.class)
			.cause()
			.isInstanceOf(TransientDataAccessResourceException.class)
			.hasCauseInstanceOf(CancellationException.class);
		assertThat(result.isCancelled()).isFalse();
		this.door.nothingIsHeld();
	}

	@Test
	void failureIsFoundBelowWhatCarriesIt() {
		QueryTimeoutException late = new QueryTimeoutException("late");
		AtomicInteger tries = new AtomicInteger();
		assertThat(failure(this.calls.callAsync(Door.READ, (attempt) -> {
			tries.incrementAndGet();
			return CompletableFuture.failedFuture(new CompletionException(new ExecutionException(late)));
		}))).isSameAs(late);
		assertThat(tries).hasValue(3);
	}

	@Test
	void noStageIsAFailure() {
		this.door.halfOpen();
		assertThat(failure(this.calls.callAsync(Door.READ, (attempt) -> null)))
			.isInstanceOf(NullPointerException.class);
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	@Test
	void failureToBeginIsLikeAnyOther() {
		AtomicInteger tries = new AtomicInteger();
		assertThat(failure(this.calls.callAsync(Door.READ, (attempt) -> {
			tries.incrementAndGet();
			throw new NotSentException("refused");
		}))).isInstanceOf(NotSentException.class);
		assertThat(tries).hasValue(3);
		this.door.nothingIsHeld();
	}

	@Test
	void waitBetweenTriesHoldsNoPermit() throws Exception {
		Retry slow = Retry.of("slow",
				RetryConfig.custom().intervalFunction(IntervalFunction.of(Duration.ofHours(1))).build());
		CountDownLatch waits = new CountDownLatch(1);
		slow.getEventPublisher().onRetry((event) -> waits.countDown());
		CompletableFuture<String> result = this.door.withoutRetry()
			.retry(slow)
			.build()
			.callAsync(Door.READ, (attempt) -> CompletableFuture.failedFuture(new QueryTimeoutException("late")));
		assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
		this.door.nothingIsHeld();
		assertThat(result).isNotDone();
		result.cancel(true);
	}

	@Test
	void whatFollowsATimeoutDoesNotRunInTheTimerOfTheJvm() throws Exception {
		AtomicReference<String> timer = new AtomicReference<>();
		CompletableFuture<Object> timed = new CompletableFuture<>().orTimeout(20, TimeUnit.MILLISECONDS);
		timed.whenComplete((value, failure) -> timer.set(Thread.currentThread().getName()));
		catchThrowable(timed::join);
		CompletableFuture<String> thread = new CompletableFuture<>();
		this.calls.callAsync(Door.READ.within(Duration.ofMillis(50)), (attempt) -> new CompletableFuture<>())
			.whenComplete((value, failure) -> thread.complete(Thread.currentThread().getName()));
		assertThat(thread.get(30, TimeUnit.SECONDS)).doesNotContain("DelayScheduler");
	}

	@Test
	void callsGoOnWhileTheApplicationBlocksTheCommonPool() {
		StoreCalls calls = this.door.withoutRetry()
			.retry(this.door.retry)
			.bulkhead(this.door.bulkhead, PATIENT)
			.timeouts(new Timeouts(Duration.ZERO, Duration.ofMillis(20), Duration.ZERO, Duration.ZERO))
			.build();
		CountDownLatch blocked = new CountDownLatch(1);
		for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism() + 1; i++) {
			ForkJoinPool.commonPool().execute(() -> awaited(blocked));
		}
		try {
			assertThat(calls.callAsync(Door.READ,
					(attempt) -> (attempt.number() == 1) ? new CompletableFuture<>()
							: CompletableFuture.completedFuture("rows")))
				.as("ends a try in time and makes another")
				.succeedsWithin(PATIENT);
			CompletableFuture<String> first = new CompletableFuture<>();
			calls.callAsync(Door.INSERT, (attempt) -> first);
			calls.callAsync(Door.INSERT, (attempt) -> first);
			CompletableFuture<String> waiting = calls.callAsync(Door.INSERT,
					(attempt) -> CompletableFuture.completedFuture("stored"));
			first.complete("stored");
			assertThat(waiting).as("has waited for its turn").succeedsWithin(PATIENT);
		}
		finally {
			blocked.countDown();
		}
	}

	/** Without telling the pool, which would otherwise make another thread. */
	private static void awaited(CountDownLatch latch) {
		while (latch.getCount() > 0) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	@Test
	void timersOfEndedCallsAreNotKept() throws Exception {
		Operation long_ = Door.READ.within(Duration.ofHours(1));
		WeakReference<Object> value = begin(long_, new Object(), null);
		WeakReference<Object> failure = begin(long_, new Object(), new IllegalStateException("bug"));
		for (int i = 0; i < 100 && (value.get() != null || failure.get() != null); i++) {
			System.gc();
			Thread.sleep(20);
		}
		assertThat(value.get()).isNull();
		assertThat(failure.get()).isNull();
	}

	private WeakReference<Object> begin(Operation operation, Object value, Exception failure) {
		CompletableFuture<Object> running = new CompletableFuture<>();
		WeakReference<Object> kept = new WeakReference<>((failure != null) ? failure : value);
		CompletableFuture<Object> result = this.calls.callAsync(operation, (attempt) -> running);
		if (failure != null) {
			running.completeExceptionally(failure);
		}
		else {
			running.complete(value);
		}
		assertThat(result).isDone();
		return kept;
	}

	private static Throwable failure(CompletableFuture<?> result) {
		Throwable thrown = catchThrowable(() -> result.get(30, TimeUnit.SECONDS));
		assertThat(thrown).isInstanceOf(ExecutionException.class);
		return thrown.getCause();
	}

}
