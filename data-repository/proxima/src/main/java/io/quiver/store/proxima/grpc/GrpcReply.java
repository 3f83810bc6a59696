package io.quiver.store.proxima.grpc;

import java.util.concurrent.CompletableFuture;

import com.google.protobuf.Message;
import io.grpc.ClientCall;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a call that is under way. To cancel it ends the call.
 *
 * @param <A> the type of the answer
 * @author Quiver
 */
final class GrpcReply<A extends Message> extends CompletableFuture<A> implements StreamObserver<A> {

	private final ProximaMethod<?, A> method;

	private final ClientCall<?, A> call;

	private final Reconnection reconnection;

	private @Nullable A answer;

	GrpcReply(ProximaMethod<?, A> method, ClientCall<?, A> call, Reconnection reconnection) {
		this.method = method;
		this.call = call;
		this.reconnection = reconnection;
	}

	@Override
	public void onNext(A answer) {
		this.answer = answer;
	}

	@Override
	public void onError(Throwable failure) {
		completeExceptionally(this.reconnection.after(this.method, failure));
	}

	@Override
	public void onCompleted() {
		A received = this.answer;
		if (received != null) {
			complete(received);
		}
		else {
			onError(Status.INTERNAL.withDescription("The call ended without an answer").asRuntimeException());
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		if (cancelled) {
			this.call.cancel("The caller has cancelled the call", null);
		}
		return cancelled;
	}

}
