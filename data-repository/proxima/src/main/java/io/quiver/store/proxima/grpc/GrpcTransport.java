package io.quiver.store.proxima.grpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.quiver.data.policy.Deadline;
import io.quiver.store.proxima.wire.ProximaMethod;
import io.quiver.store.proxima.wire.ProximaTransport;

/**
 * Calls over a channel. The deadline goes into each, and no call holds a thread but that
 * of a caller who waits.
 *
 * @author Quiver
 */
public final class GrpcTransport implements ProximaTransport {

	private final Channel channel;

	private final Reconnection reconnection;

	/**
	 * Create a transport.
	 * @param channel the channel, which stays open when this is closed
	 */
	public GrpcTransport(Channel channel) {
		this.channel = channel;
		this.reconnection = new Reconnection(channel);
	}

	@Override
	public <Q extends Message, A extends Message> A call(ProximaMethod<Q, A> method, Q request, Deadline deadline) {
		try {
			return ClientCalls.blockingUnaryCall(this.channel, method.descriptor(), options(deadline), request);
		}
		catch (StatusRuntimeException ex) {
			throw this.reconnection.after(method, ex);
		}
	}

	@Override
	public <Q extends Message, A extends Message> CompletableFuture<A> callAsync(ProximaMethod<Q, A> method, Q request,
			Deadline deadline) {
		ClientCall<Q, A> call = this.channel.newCall(method.descriptor(), options(deadline));
		GrpcReply<A> reply = new GrpcReply<>(method, call, this.reconnection);
		ClientCalls.asyncUnaryCall(call, request, reply);
		return reply;
	}

	private static CallOptions options(Deadline deadline) {
		return (deadline.isSet())
				? CallOptions.DEFAULT.withDeadlineAfter(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
				: CallOptions.DEFAULT;
	}

	@Override
	public void close() {
	}

}
