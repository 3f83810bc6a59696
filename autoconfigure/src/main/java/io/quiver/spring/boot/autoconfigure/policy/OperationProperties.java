package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for one operation instead of what holds for all of a store, below
 * {@code quiver.stores.<name>.operations.<operation>}.
 *
 * @param timeout How long the operation may take.
 * @param retry How the operation is repeated.
 * @author Quiver
 * @since 0.1
 */
@ConfigurationPropertiesSource
public record OperationProperties(@DefaultValue Timeout timeout, @DefaultValue Retry retry) {

	/**
	 * How long the operation may take.
	 *
	 * @param attempt How long one try may take, 0 for no limit. By default, as long as
	 * reading or writing may.
	 * @param total How long a call may take with all its tries and the waiting between
	 * them, 0 for no limit. By default, that of the store.
	 */
	public record Timeout(@Nullable Duration attempt, @Nullable Duration total) {
	}

	/**
	 * How the operation is repeated.
	 *
	 * @param maxAttempts How often a call is tried at most, the first time included; 1
	 * for no repetition. By default, that of the store.
	 */
	public record Retry(@Nullable Integer maxAttempts) {
	}

}
