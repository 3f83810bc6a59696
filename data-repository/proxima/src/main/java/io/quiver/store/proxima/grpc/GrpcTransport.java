package io.quiver.store.proxima.grpc;

import java.util.concurrent.CompletableFuture;

import com.google.protobuf.Message;
import io.grpc.Channel;
import io.quiver.data.policy.Deadline;
import io.quiver.store.proxima.wire.ProximaMethod;
import io.quiver.store.proxima.wire.ProximaTransport;

/**
 * TODO.
 *
 * @author Quiver
 */
public final class GrpcTransport implements ProximaTransport {

	public GrpcTransport(Channel channel) {
	}

	@Override
	public <Q extends Message, A extends Message> A call(ProximaMethod<Q, A> method, Q request, Deadline deadline) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <Q extends Message, A extends Message> CompletableFuture<A> callAsync(ProximaMethod<Q, A> method, Q request,
			Deadline deadline) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}

}
