package io.quiver.data.policy;

/**
 * A failure that must not be repeated, as Resilience4j is told of it, so that its meters
 * count the call as failed without a retry. Never thrown.
 *
 * @author Quiver
 * @since 0.1
 */
public final class NotRepeatedException extends RuntimeException {

	NotRepeatedException(RuntimeException failure) {
		super(failure.getMessage(), failure, false, false);
	}

}
