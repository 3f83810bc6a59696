package io.quiver.data.policy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Gate}.
 *
 * @author Quiver
 */
class GateTests {

	@ParameterizedTest
	@CsvSource({ "OPEN, open", "HALF_OPEN, half_open", "CLOSED, open" })
	void circuitBreakerThatRefusesIsNeverCalledClosedThoughItMayBeMeanwhile(State state, String told) {
		CircuitBreaker breaker = mock(CircuitBreaker.class);
		given(breaker.tryAcquirePermission()).willReturn(false);
		given(breaker.getState()).willReturn(state);
		assertThatExceptionOfType(CallRefusedException.class)
			.isThrownBy(() -> new Gate("test", breaker, null).enter(Deadline.none(), 0))
			.withMessageContaining("circuit breaker is %s after".formatted(told));
	}

}
