package io.quiver.data.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * How long each try may take, and what the circuit breaker makes of it.
 */
@NullUnmarked
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeadlinesOfCallsTests {

	private final Door door = new Door();

	private final StoreCalls calls = this.door.builder()
		.timeouts(new Timeouts(Duration.ofHours(99), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(10)))
		.operation("nearest", new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofHours(5)), null)
		.build();

	@ParameterizedTest
	@EnumSource(Form.class)
	void eachTryHasTheTimeOfItsKind(Form form) {
		assertThat(hours(form, Door.READ)).isEqualTo(1);
		assertThat(hours(form, Door.SAVE)).isEqualTo(2);
		assertThat(hours(form, Door.INSERT)).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void timeOfItsOwnReplacesTheTotalAndStillLimitsATry(Form form) {
		assertThat(hours(form, Door.SAVE.within(Duration.ofHours(20)))).isEqualTo(2);
		assertThat(minutes(form, Door.SAVE.within(Duration.ofMinutes(20)))).isEqualTo(20);
		assertThat(hours(form, Door.READ.within(Duration.ZERO))).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void upkeepHasNoTimeoutButItsOwn(Form form) {
		assertThat(deadline(form, Door.READ.unlimited()).isSet()).isFalse();
		assertThat(hours(form, Door.READ.unlimited().within(Duration.ofHours(20)))).isEqualTo(20);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void operationHasTimeoutsOfItsOwn(Form form) {
		assertThat(hours(form, Operation.read("nearest"))).isEqualTo(5);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void laterTriesHaveWhatIsLeftOfTheTotal(Form form) {
		List<Long> left = new ArrayList<>();
		catchThrowable(() -> form.call(this.calls, Door.SAVE.within(Duration.ofMinutes(1)), (attempt) -> {
			left.add(attempt.deadline().remainingNanos());
			throw new TransientDataAccessResourceException("reset");
		}));
		assertThat(left).hasSize(3).isSortedAccordingTo((one, other) -> Long.compare(other, one));
	}

	@Test
	void directDoorHasNoLimitsAndTriesOnce() {
		for (Form form : Form.values()) {
			List<Deadline> deadlines = new ArrayList<>();
			QueryTimeoutException late = new QueryTimeoutException("late");
			assertThat(catchThrowable(() -> form.call(StoreCalls.direct(), Door.READ, (attempt) -> {
				deadlines.add(attempt.deadline());
				throw late;
			}))).isSameAs(late);
			assertThat(deadlines).containsExactly(Deadline.none());
			assertThat(form.<String>call(StoreCalls.direct(), Door.READ, (attempt) -> "rows")).isEqualTo("rows");
		}
		assertThat(StoreCalls.direct().circuitBreaker()).isNull();
	}

	@Test
	void directDoorKeepsTheTimeOfTheOperation() {
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> join(StoreCalls.direct()
			.callAsync(Door.READ.within(Duration.ofMillis(5)),
					(attempt) -> new java.util.concurrent.CompletableFuture<String>())));
	}

	@Test
	void negativeTimeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Door.READ.within(Duration.ofMillis(-1)))
			.withMessageContaining("'timeout'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.door.builder().bulkhead(this.door.bulkhead, Duration.ofMillis(-1)))
			.withMessageContaining("'maxWait'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.door.builder().retryQuota(-1));
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void breakerOpensAtFaultsAndClosesAgain(Form form) {
		for (int i = 0; i < 2; i++) {
			catchThrowable(() -> form.call(this.calls, Door.READ, (attempt) -> {
				throw new TransientDataAccessResourceException("reset");
			}));
		}
		assertThat(this.door.breaker.getState()).isEqualTo(State.OPEN);
		this.door.breaker.transitionToHalfOpenState();
		for (int i = 0; i < 2; i++) {
			form.call(this.calls, Door.READ, (attempt) -> "rows");
		}
		assertThat(this.door.breaker.getState()).isEqualTo(State.CLOSED);
		this.door.nothingIsHeld();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void timeoutThatTheCallerMadeShorterDoesNotCount(Form form) {
		late(form, Door.READ.within(Duration.ofMinutes(20)));
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).isZero();
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void timeoutOfTheStoreCountsAlsoIfTheCallerWouldHaveWaitedLonger(Form form) {
		late(form, Door.READ.within(Duration.ofHours(5)));
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void otherFaultsCountWhateverTheTimeout(Form form) {
		catchThrowable(() -> form.call(this.calls, Door.READ.within(Duration.ofMinutes(20)), (attempt) -> {
			throw new TransientDataAccessResourceException("reset");
		}));
		assertThat(this.door.breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
	}

	@ParameterizedTest
	@EnumSource(Form.class)
	void waitForAPermitEndsAtTheDeadline(Form form) {
		Bulkhead full = Bulkhead.of("full", BulkheadConfig.custom().maxConcurrentCalls(1).build());
		full.acquirePermission();
		StoreCalls calls = StoreCalls.builder("test", "test").bulkhead(full, Duration.ofHours(1)).build();
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> form.call(calls, Door.READ.within(Duration.ofMillis(5)), (attempt) -> "rows"));
		full.releasePermission();
		assertThat(form.<String>call(calls, Door.READ, (attempt) -> "rows")).isEqualTo("rows");
	}

	private void late(Form form, Operation operation) {
		catchThrowable(() -> form.call(this.calls, operation, (attempt) -> {
			throw new QueryTimeoutException("late");
		}));
	}

	private Deadline deadline(Form form, Operation operation) {
		return form.call(this.calls, operation, Attempt::deadline);
	}

	private long hours(Form form, Operation operation) {
		return Math.round(deadline(form, operation).remainingNanos() / 3.6e12);
	}

	private long minutes(Form form, Operation operation) {
		return Math.round(deadline(form, operation).remainingNanos() / 6e10);
	}

	private static void join(java.util.concurrent.CompletableFuture<?> result) throws Throwable {
		try {
			result.get(30, TimeUnit.SECONDS);
		}
		catch (java.util.concurrent.ExecutionException ex) {
			throw ex.getCause();
		}
	}

}
