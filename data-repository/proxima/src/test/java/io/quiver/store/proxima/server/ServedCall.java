package io.quiver.store.proxima.server;

import com.google.protobuf.Message;
import io.quiver.store.proxima.proto.Status;

/**
 * A call that has reached the server.
 *
 * @author Quiver
 * @since 0.1
 */
public final class ServedCall {

	private final Proxima proxima;

	private final Operation operation;

	private final Message request;

	private final Exchange exchange;

	ServedCall(Proxima proxima, Operation operation, Message request, Exchange exchange) {
		this.proxima = proxima;
		this.operation = operation;
		this.request = request;
		this.exchange = exchange;
	}

	/**
	 * Return the name of the call.
	 * @return the name on the wire, such as {@code write}
	 */
	public String name() {
		return this.operation.name();
	}

	/**
	 * Return what was asked for.
	 * @return the request
	 */
	public Message request() {
		return this.request;
	}

	/**
	 * Do what was asked for.
	 * @return the answer, which is not sent
	 */
	public Message perform() {
		return this.operation.answer(this.proxima, this.request);
	}

	/** Do what was asked for, and answer. */
	public void answer() {
		this.exchange.answer(perform());
	}

	void refuse(Status status) {
		this.exchange.answer(this.operation.refusal().apply(status));
	}

	Exchange exchange() {
		return this.exchange;
	}

}
