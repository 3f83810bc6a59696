package io.quiver.spring.boot.autoconfigure.policy;

import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.Timeouts;
import io.quiver.spring.boot.autoconfigure.policy.Setting.Source;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one operation.
 *
 * @param timeouts how long its calls may take
 * @param retry how they are repeated, or {@code null} for as all others are
 * @author Quiver
 */
record OperationSettings(Timeouts timeouts, @Nullable RetryConfig retry) {

	static OperationSettings of(String prefix, OperationProperties properties, TimeoutSettings timeouts,
			RetrySettings retry) {
		return new OperationSettings(timeouts.with(prefix, properties.timeout()).timeouts(),
				retry(prefix + ".retry.max-attempts", properties.retry().maxAttempts(), retry));
	}

	private static @Nullable RetryConfig retry(String property, @Nullable Integer maxAttempts, RetrySettings retry) {
		if (maxAttempts == null) {
			return null;
		}
		new Setting<>(property, maxAttempts, Source.OPERATION).judged(Check.AT_LEAST_1);
		return retry.withMaxAttempts(maxAttempts).config();
	}
}
