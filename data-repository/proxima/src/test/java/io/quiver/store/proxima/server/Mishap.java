package io.quiver.store.proxima.server;

import io.quiver.store.proxima.proto.Status;

/**
 * What becomes of a call instead of its answer.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface Mishap {

	/**
	 * Let it happen, on a thread of the server.
	 * @param call the call
	 */
	void happen(ServedCall call);

	/**
	 * A status other than what the call would have given; nothing is done.
	 * @param code the code, negative unless it is to look like a success
	 * @param reason the reason, may be empty
	 * @return the mishap
	 */
	static Mishap status(int code, String reason) {
		Status status = Status.newBuilder().setCode(code).setReason(reason).build();
		return (call) -> call.refuse(status);
	}

	/**
	 * An HTTP answer that is none of Proxima's; nothing is done.
	 * @param status the HTTP status
	 * @param text the body
	 * @return the mishap
	 */
	static Mishap http(int status, String text) {
		return (call) -> call.exchange().say(status, text);
	}

	/**
	 * The connection is cut before anything is done.
	 * @return the mishap
	 */
	static Mishap cut() {
		return (call) -> call.exchange().cut();
	}

	/**
	 * The call is done, but the connection is cut instead of an answer.
	 * @return the mishap
	 */
	static Mishap cutWhenDone() {
		return (call) -> {
			call.perform();
			call.exchange().cut();
		};
	}

	/**
	 * The call is done, but no answer ever comes.
	 * @return the mishap
	 */
	static Mishap silence() {
		return ServedCall::perform;
	}

	/**
	 * An answer begins, but its rest never comes; nothing is done.
	 * @return the mishap
	 */
	static Mishap stall() {
		return (call) -> call.exchange().stall();
	}

}
