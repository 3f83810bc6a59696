package io.quiver.spring.boot.autoconfigure.policy;

import io.github.resilience4j.retry.RetryConfig;
import io.quiver.data.policy.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one operation.
 *
 * @param timeouts how long its calls may take
 * @param retry how they are repeated, or {@code null} for as all others are
 * @author Quiver
 */
record OperationSettings(Timeouts timeouts, @Nullable RetryConfig retry) {
}
