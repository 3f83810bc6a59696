package io.quiver.data.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Which failures are repeated, how often, and how that is counted.
 */
@NullUnmarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RepetitionTests {

	private final Door door = new Door();

	private final StoreCalls calls = this.door.open();

	private final AtomicInteger tries = new AtomicInteger();

	@ParameterizedTest
	@MethodSource("passing")
	void passingFaultIsRepeatedUpToTheLastTry(Form form, Operation operation, DataAccessException fault) {
		assertThat(catchThrowable(() -> form.call(this.calls, operation, failing(fault, 9)))).isSameAs(fault);
		assertThat(this.tries).hasValue(3);
		this.door.calls(0, 0, 0, 1);
		this.door.nothingIsHeld();
	}

	static Stream<Arguments> passing() {
		return forms((form) -> Stream.of(Door.READ, Door.SAVE)
			.flatMap((operation) -> Stream
				.of(new TransientDataAccessResourceException("reset"), new QueryTimeoutException("late"),
						new CannotAcquireLockException("locked"), new NotSentException("refused"))
				.map((fault) -> Arguments.of(form, operation, fault))));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void answerIsNeitherRepeatedNorCounted(Form form, Operation operation, RuntimeException answer) {
		this.door.halfOpen();
		assertThat(catchThrowable(() -> form.call(this.calls, operation, failing(answer, 9)))).isSameAs(answer);
		assertThat(this.tries).hasValue(1);
		this.door.calls(0, 0, 1, 0);
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	static Stream<Arguments> answers() {
		return forms((form) -> Stream.of(Door.READ, Door.SAVE, Door.INSERT)
			.flatMap((operation) -> Stream
				.of(new InvalidDataAccessApiUsageException("bad"), new EmptyResultDataAccessException(1),
						new DuplicateKeyException("there"), new OptimisticLockingFailureException("changed"),
						new PermissionDeniedDataAccessException("not you", null),
						new DataIntegrityViolationException("long"), new IllegalStateException("bug"))
				.map((answer) -> Arguments.of(form, operation, answer))));
	}

	@ParameterizedTest
	@MethodSource("passing")
	void whatFailedElsewhereIsNeitherRepeatedNorCountedWhateverItIs(Form form, Operation operation,
			RuntimeException failure) {
		this.door.halfOpen();
		assertThat(catchThrowable(() -> form.call(this.calls, operation, (attempt) -> {
			this.tries.incrementAndGet();
			attempt.failedElsewhere(failure);
			throw failure;
		}))).isSameAs(failure);
		assertThat(this.tries).hasValue(1);
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void successAfterFaultsIsASuccess(Form form) {
		assertThat(form.call(this.calls, Door.READ, failing(new QueryTimeoutException("late"), 2))).isEqualTo("rows");
		assertThat(this.tries).hasValue(3);
		this.door.calls(0, 1, 0, 0);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void nothingIsAResultToo(Form form) {
		String result = form.call(this.calls, Door.READ, (attempt) -> null);
		assertThat(result).isNull();
		this.door.calls(1, 0, 0, 0);
		this.door.nothingIsHeld();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void triesAreNumbered(Form form) {
		List<Integer> numbers = new ArrayList<>();
		catchThrowable(() -> form.call(this.calls, Door.READ, (attempt) -> {
			numbers.add(attempt.number());
			throw new QueryTimeoutException("late");
		}));
		assertThat(numbers).containsExactly(1, 2, 3);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void writeIsRepeatedIfItWasNotSent(Form form) {
		assertThat(form.call(this.calls, Door.INSERT, failing(new NotSentException("refused"), 2))).isEqualTo("rows");
		assertThat(this.tries).hasValue(3);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void writeIsRepeatedIfItIsUnfinished(Form form) {
		assertThat(form.call(this.calls, Door.INSERT, failing(new UnfinishedException("2 rows", null), 1)))
			.isEqualTo("rows");
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void writeThatTimedOutIsNotRepeatedAndItsOutcomeUnknown(Form form) {
		QueryTimeoutException fault = new QueryTimeoutException("late");
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> form.call(this.calls, Door.INSERT, failing(fault, 9)))
			.withCause(fault)
			.withMessageContaining("insert on 'articles'");
		assertThat(this.tries).hasValue(1);
		this.door.calls(0, 0, 1, 0);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void writeThatBrokeAfterATryThatWasNotSentIsUnknown(Form form) {
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> form.call(this.calls, Door.INSERT, (attempt) -> {
				throw (attempt.number() == 1) ? new NotSentException("refused")
						: new TransientDataAccessResourceException("reset");
			}));
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void writeThatFailedForAKnownReasonIsNotUnknown(Form form) {
		CannotAcquireLockException deadlock = new CannotAcquireLockException("deadlock");
		assertThat(catchThrowable(() -> form.call(this.calls, Door.INSERT, failing(deadlock, 9)))).isSameAs(deadlock);
		assertThat(this.tries).hasValue(1);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void lastTryThatWasNotSentDoesNotHideThatAnEarlierOneMayBeDone(Form form) {
		QueryTimeoutException late = new QueryTimeoutException("late");
		NotSentException refused = new NotSentException("refused");
		Throwable failure = catchThrowable(() -> form.call(this.calls, Door.SAVE, (attempt) -> {
			throw (attempt.number() == 1) ? late : refused;
		}));
		assertThat(failure).isSameAs(late);
		assertThat(failure.getSuppressed()).contains(refused);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void refusalOfARepetitionDoesNotHideWhyItWasRepeated(Form form) {
		QueryTimeoutException late = new QueryTimeoutException("late");
		Throwable failure = catchThrowable(() -> form.call(this.calls, Door.SAVE, (attempt) -> {
			this.tries.incrementAndGet();
			this.door.breaker.transitionToOpenState();
			throw late;
		}));
		assertThat(failure).isSameAs(late);
		assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(CallRefusedException.class);
		assertThat(this.tries).hasValue(1);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void openBreakerIsNotAskedAgain(Form form) {
		this.door.breaker.transitionToOpenState();
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> form.call(this.calls, Door.READ, failing(new QueryTimeoutException("late"), 0)))
			.withMessageContaining("'test'")
			.withMessageContaining("open");
		assertThat(this.tries).hasValue(0);
		assertThat(this.door.breaker.getMetrics().getNumberOfNotPermittedCalls()).isOne();
		this.door.calls(0, 0, 1, 0);
		this.door.nothingIsHeld();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void fullBulkheadIsNotAskedAgainAndGivesTheBreakersPermissionBack(Form form) {
		this.door.halfOpen();
		this.door.bulkhead.acquirePermission();
		this.door.bulkhead.acquirePermission();
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> form.call(this.calls, Door.READ, failing(new QueryTimeoutException("late"), 0)))
			.withMessageContaining("2 calls are under way");
		assertThat(this.tries).hasValue(0);
		this.door.halfOpenPermissionsAreFree();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void errorIsNeverRepeatedAndLeavesNothingHeld(Form form) {
		this.door.halfOpen();
		OutOfMemoryError error = new OutOfMemoryError("test");
		assertThat(catchThrowable(() -> form.call(this.calls, Door.READ, (attempt) -> {
			this.tries.incrementAndGet();
			throw error;
		}))).isSameAs(error);
		assertThat(this.tries).hasValue(1);
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void checkedExceptionThatWasSmuggledOutLeavesNothingHeld(Form form) {
		this.door.halfOpen();
		assertThat(
				catchThrowable(() -> form.call(this.calls, Door.READ, (attempt) -> smuggle(new Exception("checked")))))
			.hasMessage("checked");
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void listenerOfTheBulkheadThatFailsHoldsNoPermit(Form form) {
		this.door.bulkhead.getEventPublisher().onCallFinished((event) -> {
			throw new IllegalStateException("listener");
		});
		catchThrowable(() -> form.call(this.calls, Door.READ, (attempt) -> "rows"));
		this.door.nothingIsHeld();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void withoutRetryThereIsOneTry(Form form) {
		StoreCalls once = this.door.withoutRetry().build();
		catchThrowable(() -> form.call(once, Door.READ, failing(new QueryTimeoutException("late"), 9)));
		assertThat(this.tries).hasValue(1);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void operationMayBeRepeatedDifferently(Form form) {
		StoreCalls differently = StoreCalls.builder("test", "test")
			.retry(this.door.retry)
			.operation("get", Timeouts.none(),
					Retry.of("get", RetryConfig.custom().maxAttempts(2).waitDuration(Duration.ofMillis(1)).build()))
			.build();
		catchThrowable(() -> form.call(differently, Door.READ, failing(new QueryTimeoutException("late"), 9)));
		assertThat(this.tries).hasValue(2);
		catchThrowable(() -> form.call(differently, Door.SAVE, failing(new QueryTimeoutException("late"), 9)));
		assertThat(this.tries).hasValue(5);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void configurationOfTheApplicationIsNotTakenForARepetition(Form form) {
		Retry plain = Retry.of("plain", RetryConfig.custom().maxAttempts(5).waitDuration(Duration.ofMillis(1)).build());
		StoreCalls calls = StoreCalls.builder("test", "test").retry(plain).build();
		AtomicInteger events = new AtomicInteger();
		plain.getEventPublisher().onRetry((event) -> events.incrementAndGet());
		catchThrowable(() -> form.call(calls, Door.READ, failing(new DuplicateKeyException("there"), 9)));
		assertThat(this.tries).hasValue(1);
		assertThat(events).hasValue(0);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void configurationMayLeaveFailuresOut(Form form) {
		Retry locksOnly = Retry.of("locks",
				RetryConfig.custom().retryExceptions(CannotAcquireLockException.class).build());
		StoreCalls calls = StoreCalls.builder("test", "test").retry(locksOnly).build();
		catchThrowable(() -> form.call(calls, Door.READ, failing(new QueryTimeoutException("late"), 9)));
		assertThat(this.tries).hasValue(1);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void spentQuotaIsEarnedBackBySuccess(Form form) {
		StoreCalls calls = StoreCalls.builder("test", "test").retry(this.door.retry).retryQuota(3).build();
		QueryTimeoutException late = new QueryTimeoutException("late");
		catchThrowable(() -> form.call(calls, Door.READ, failing(late, 9)));
		assertThat(this.tries).as("two repetitions").hasValue(3);
		this.tries.set(0);
		catchThrowable(() -> form.call(calls, Door.READ, failing(late, 9)));
		assertThat(this.tries).as("one is left").hasValue(2);
		this.tries.set(0);
		catchThrowable(() -> form.call(calls, Door.READ, failing(late, 9)));
		assertThat(this.tries).as("none is left").hasValue(1);
		this.door.calls(0, 0, 2, 1);
		for (int i = 0; i < 10; i++) {
			form.call(calls, Door.READ, (attempt) -> "rows");
		}
		this.tries.set(0);
		catchThrowable(() -> form.call(calls, Door.READ, failing(late, 9)));
		assertThat(this.tries).as("one was earned").hasValue(2);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void waitThatWouldEndBeyondTheDeadlineIsNotBegunAndCountsAsFailure(Form form) {
		Retry slow = Retry.of("slow",
				RetryConfig.custom()
					.intervalFunction(IntervalFunction.of(Duration.ofHours(1)))
					.ignoreExceptions(NotRepeatedException.class)
					.build());
		StoreCalls calls = StoreCalls.builder("test", "test").retry(slow).retryQuota(1).build();
		QueryTimeoutException late = new QueryTimeoutException("late");
		Operation minutes = Door.READ.within(Duration.ofMinutes(10));
		for (int i = 1; i <= 3; i++) {
			assertThat(catchThrowable(() -> form.call(calls, minutes, failing(late, 9)))).isSameAs(late);
			assertThat(slow.getMetrics().getNumberOfFailedCallsWithoutRetryAttempt()).isEqualTo(i);
		}
		assertThat(this.tries).hasValue(3);
	}

	@Test
	void interruptedThreadDoesNotBegin() {
		this.door.halfOpen();
		Thread.currentThread().interrupt();
		Throwable failure = catchThrowable(
				() -> this.calls.call(Door.READ, failing(new QueryTimeoutException("late"), 0)));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(failure).isInstanceOf(CallRefusedException.class).hasMessageContaining("interrupted");
		assertThat(this.tries).hasValue(0);
		this.door.nothingIsHeld();
		this.door.halfOpenPermissionsAreFree();
	}

	@Test
	void interruptDuringATryEndsTheCallAndBlamesNobody() {
		QueryTimeoutException late = new QueryTimeoutException("late");
		Throwable failure = catchThrowable(() -> this.calls.call(Door.READ, (attempt) -> {
			this.tries.incrementAndGet();
			Thread.currentThread().interrupt();
			throw late;
		}));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(failure).isSameAs(late);
		assertThat(this.tries).hasValue(1);
		this.door.calls(0, 0, 1, 0);
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
		this.door.nothingIsHeld();
	}

	@Test
	void writeWhoseThreadIsInterruptedIsUnknown() {
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.calls.call(Door.INSERT, (attempt) -> {
				Thread.currentThread().interrupt();
				throw new TransientDataAccessResourceException("interrupted");
			}));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void interruptDuringTheWaitEndsTheCall() throws Exception {
		Retry slow = Retry.of("slow",
				RetryConfig.custom()
					.intervalFunction(IntervalFunction.of(Duration.ofHours(1)))
					.ignoreExceptions(NotRepeatedException.class)
					.build());
		CountDownLatch waits = new CountDownLatch(1);
		slow.getEventPublisher().onRetry((event) -> waits.countDown());
		StoreCalls calls = this.door.withoutRetry().retry(slow).build();
		QueryTimeoutException late = new QueryTimeoutException("late");
		Throwable[] failure = new Throwable[1];
		boolean[] interrupted = new boolean[1];
		Thread caller = new Thread(() -> {
			failure[0] = catchThrowable(() -> calls.call(Door.READ, failing(late, 9)));
			interrupted[0] = Thread.interrupted();
		});
		caller.start();
		assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
		this.door.nothingIsHeld();
		caller.interrupt();
		caller.join(30_000);
		assertThat(failure[0]).isSameAs(late);
		assertThat(interrupted[0]).isTrue();
		assertThat(this.tries).hasValue(1);
		assertThat(slow.getMetrics().getNumberOfFailedCallsWithoutRetryAttempt()).isOne();
	}

	@Test
	void asynchronousCallTakesNoNoticeOfAnInterruptOfWhoBeginsIt() {
		Thread.currentThread().interrupt();
		var result = this.calls.callAsync(Door.READ,
				(attempt) -> java.util.concurrent.CompletableFuture.completedFuture("rows"));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(result).isCompletedWithValue("rows");
		this.door.nothingIsHeld();
	}

	@Test
	void interruptDuringTheWaitGivesItsPartOfTheQuotaBack() {
		AtomicInteger waits = new AtomicInteger();
		Retry retry = Retry.ofDefaults("slow");
		retry.getEventPublisher().onRetry((event) -> {
			waits.incrementAndGet();
			Thread.currentThread().interrupt();
		});
		StoreCalls calls = StoreCalls.builder("test", "test").retry(retry).retryQuota(1).build();
		for (int i = 0; i < 3; i++) {
			catchThrowable(() -> calls.call(Door.READ, failing(new QueryTimeoutException("late"), 9)));
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(waits).hasValue(3);
	}

	@Test
	void callThatIsCancelledBetweenTriesGivesItsPartOfTheQuotaBack() {
		Retry retry = Retry.of("short", RetryConfig.custom().intervalFunction(IntervalFunction.of(1)).build());
		StoreCalls calls = StoreCalls.builder("test", "test").retry(retry).retryQuota(1).build();
		CompletableFuture<String> failing = new CompletableFuture<>();
		CompletableFuture<String> cancelled = calls.callAsync(Door.READ, (attempt) -> failing);
		retry.getEventPublisher().onRetry((event) -> cancelled.cancel(true));
		failing.completeExceptionally(new QueryTimeoutException("late"));
		CompletableFuture<String> another;
		long start = System.nanoTime();
		do {
			another = calls.callAsync(Door.READ,
					(attempt) -> (attempt.number() == 1)
							? CompletableFuture.failedFuture(new QueryTimeoutException("late"))
							: CompletableFuture.completedFuture("rows"));
			catchThrowable(another::join);
		}
		while (another.isCompletedExceptionally() && System.nanoTime() - start < 30_000_000_000L);
		assertThat(another).isCompletedWithValue("rows");
	}

	@Test
	void quotaIsNeverOverdrawnByManyThreads() throws Exception {
		RetryQuota quota = new RetryQuota(1000);
		AtomicInteger taken = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<? extends Future<?>> all = IntStream.range(0, 8).mapToObj((i) -> threads.submit(() -> {
				for (int j = 0; j < 1000; j++) {
					if (quota.take()) {
						taken.incrementAndGet();
					}
				}
			})).toList();
			for (Future<?> one : all) {
				one.get(30, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(taken).hasValue(1000);
	}

	@Test
	void quotaIsNeverMoreThanFull() {
		RetryQuota quota = new RetryQuota(1);
		for (int i = 0; i < 100; i++) {
			quota.succeeded();
			quota.giveBack();
		}
		assertThat(quota.take()).isTrue();
		assertThat(quota.take()).isFalse();
	}

	private StoreCall<String> failing(RuntimeException failure, int times) {
		return (attempt) -> {
			this.tries.incrementAndGet();
			if (attempt.number() <= times) {
				throw failure;
			}
			return "rows";
		};
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> String smuggle(Throwable failure) throws E {
		throw (E) failure;
	}

	private static Stream<Arguments> forms(java.util.function.Function<Form, Stream<Arguments>> arguments) {
		return Stream.of(Form.values()).flatMap(arguments);
	}

}
