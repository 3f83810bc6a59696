package io.quiver.store.proxima.wire;

import java.util.concurrent.CompletableFuture;

import com.google.protobuf.Message;
import io.quiver.data.policy.Deadline;

/**
 * Makes the calls of Proxima BE over a wire, once each. An answer is returned whatever
 * its status says; failures of the wire are of Spring's
 * {@link org.springframework.dao.DataAccessException} family.
 *
 * @author Quiver
 */
public interface ProximaTransport extends AutoCloseable {

	/**
	 * Make a call and wait for its answer.
	 * @param <Q> the type of what is asked
	 * @param <A> the type of the answer
	 * @param method the call
	 * @param request what is asked
	 * @param deadline when the answer must be there
	 * @return the answer
	 */
	<Q extends Message, A extends Message> A call(ProximaMethod<Q, A> method, Q request, Deadline deadline);

	/**
	 * Begin a call. To cancel the result ends the call.
	 * @param <Q> the type of what is asked
	 * @param <A> the type of the answer
	 * @param method the call
	 * @param request what is asked
	 * @param deadline when the answer must be there
	 * @return the answer to come
	 */
	<Q extends Message, A extends Message> CompletableFuture<A> callAsync(ProximaMethod<Q, A> method, Q request,
			Deadline deadline);

	/**
	 * End what this transport has made by itself; what it was given stays open.
	 */
	@Override
	void close();

}
