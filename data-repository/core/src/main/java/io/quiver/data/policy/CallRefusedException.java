package io.quiver.data.policy;

/**
 * The failure of a call that a policy of this side did not let through: the circuit
 * breaker is open, the bulkhead is full, or the thread is interrupted. It is not
 * repeated.
 *
 * @author Quiver
 * @since 0.1
 */
public class CallRefusedException extends NotSentException {

	public CallRefusedException(String message) {
		super(message);
	}

}
