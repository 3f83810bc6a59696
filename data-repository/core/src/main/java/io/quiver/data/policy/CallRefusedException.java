package io.quiver.data.policy;

/**
 * The failure of a call that this side did not let through: the circuit breaker is open,
 * the bulkhead is full, all connections of a pool are in use, or the thread is
 * interrupted. It is not repeated, and says nothing against the system.
 *
 * @author Quiver
 * @since 0.1
 */
public class CallRefusedException extends NotSentException {

	public CallRefusedException(String message) {
		super(message);
	}

	public CallRefusedException(String message, Throwable cause) {
		super(message, cause);
	}

}
