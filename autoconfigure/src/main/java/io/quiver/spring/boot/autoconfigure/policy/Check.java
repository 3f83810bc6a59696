package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What a value must be.
 *
 * @param <T> the type of the value
 * @param holds tells whether it is
 * @param cure what to say if it is not
 * @author Quiver
 */
record Check<T>(Predicate<T> holds, String cure) {

	/** Beyond are those that overflow when they are counted in nanoseconds. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	static final Check<Duration> NO_LIMIT_OR_POSITIVE = new Check<>((value) -> !value.isNegative(),
			"It must not be negative. Set 0 for no limit, or a time such as 5s.");

	static final Check<Duration> NOT_NEGATIVE = new Check<>((value) -> !value.isNegative() && isShort(value),
			"It must not be negative, nor a century. Set 0, or a time such as 1s.");

	static final Check<Duration> AT_LEAST_A_MILLISECOND = new Check<>(
			(value) -> value.compareTo(Duration.ofMillis(1)) >= 0 && isShort(value),
			"It must be at least 1ms, such as 100ms, and less than a century.");

	static final Check<Integer> AT_LEAST_1 = new Check<>((value) -> value >= 1, "It must be at least 1.");

	/** Memory for all of them is taken at once. */
	static final Check<Integer> WINDOW = new Check<>((value) -> value >= 1 && value <= 1_000_000,
			"It must be at least 1, and 1000000 at most.");

	static final Check<Integer> AT_LEAST_0 = new Check<>((value) -> value >= 0, "It must not be negative.");

	static final Check<Double> MULTIPLIER = new Check<>((value) -> value >= 1 && value <= 1000,
			"It must be between 1, for delays that stay the same, and 1000.");

	static final Check<Double> FRACTION = new Check<>((value) -> value >= 0 && value <= 1,
			"It must be between 0, for no chance, and 1.");

	static final Check<Float> PERCENTAGE = new Check<>((value) -> value > 0 && value <= 100,
			"It is a percentage: larger than 0, and 100 at most.");

	static final Check<Integer> QUOTA = new Check<>((value) -> value >= 1 && value <= 1_000_000,
			"It must be between 1 and 1000000. To repeat nothing, set 'retry.max-attempts' to 1.");

	private static boolean isShort(Duration time) {
		return time.compareTo(LONGEST) < 0;
	}

	static <T> Check<T> none() {
		return new Check<>((value) -> true, "");
	}

}
