package io.quiver.store.contract.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a call went.
 *
 * @param call the call
 * @param blocked how long its caller was kept
 * @param elapsed how long it took
 * @param value what it returned
 * @param failure how it failed, or {@code null}
 * @author Quiver
 */
record Outcome(Call call, Duration blocked, Duration elapsed, @Nullable Object value, @Nullable Throwable failure) {

	boolean failed() {
		return this.failure != null;
	}

}
