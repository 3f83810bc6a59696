package io.quiver.store.proxima;

import com.google.protobuf.Message;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

/**
 * A call of the client, ready to be sent.
 *
 * @param <Q> the type of what is asked
 * @param <A> the type of the answer
 * @param <T> the type of the result
 * @param operation what is asked of the store
 * @param method the call on the wire
 * @param message what is asked
 * @param reader makes the result of an answer that is well
 * @param verdict judges the status of an answer
 * @author Quiver
 */
record ProximaRequest<Q extends Message, A extends Message, T extends @Nullable Object>(Operation operation,
		ProximaMethod<Q, A> method, Q message, Reader<A, T> reader, Verdict verdict) {

	/**
	 * Read an answer.
	 * @param answer the answer
	 * @param attempt the try that has brought it
	 * @return the result
	 * @throws org.springframework.dao.DataAccessException if its status is not well
	 */
	T read(A answer, Attempt attempt) {
		int code = this.method.status(answer).getCode();
		if (code != StatusCodes.SUCCESS) {
			this.verdict.judge(this.operation, this.method.status(answer), attempt);
		}
		return this.reader.read(answer, attempt);
	}

	/** Without the message, which may hold a password. */
	@Override
	public String toString() {
		return this.operation.toString();
	}

	/**
	 * Makes a result of an answer.
	 */
	@FunctionalInterface
	interface Reader<A, T extends @Nullable Object> {

		T read(A answer, Attempt attempt);

	}

	/**
	 * Judges a status other than success: throws, or returns to take it for one.
	 */
	@FunctionalInterface
	interface Verdict {

		void judge(Operation operation, io.quiver.store.proxima.proto.Status status, Attempt attempt);

	}

}
