package io.quiver.store.proxima.grpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.quiver.data.policy.NotSentException;
import io.quiver.store.proxima.wire.ProximaMethod;

import org.springframework.dao.DataAccessException;

/**
 * Makes a channel connect again soon after a call that found no connection. By itself a
 * channel waits between its attempts, up to two minutes, and fails all calls meanwhile
 * without a try; how often calls are tried is for the policies to say.
 *
 * @author Quiver
 */
final class Reconnection {

	/** No attempt sooner than that, however many calls fail. */
	private static final int PAUSE_MILLIS = 20;

	private final Channel channel;

	private final AtomicBoolean soon = new AtomicBoolean();

	Reconnection(Channel channel) {
		this.channel = channel;
	}

	/**
	 * Look at a failure, whether the channel should connect.
	 * @return the failure in Spring's words
	 */
	DataAccessException after(ProximaMethod<?, ?> method, Throwable failure) {
		DataAccessException translated = GrpcErrors.translate(method, this.channel.authority(), failure);
		if (translated instanceof NotSentException && this.channel instanceof ManagedChannel managed
				&& this.soon.compareAndSet(false, true)) {
			CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
				this.soon.set(false);
				managed.resetConnectBackoff();
			});
		}
		return translated;
	}

}
