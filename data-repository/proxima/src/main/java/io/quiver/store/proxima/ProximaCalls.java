package io.quiver.store.proxima;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import com.google.protobuf.Message;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreCalls;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * The calls of a server in the words of the wire, for the client and the store: through
 * the door, or within one of its tries.
 *
 * @author Quiver
 */
final class ProximaCalls implements AutoCloseable {

	private final StoreCalls door;

	private final GreetedServer server;

	private final Runnable onClose;

	private final AtomicBoolean closed = new AtomicBoolean();

	ProximaCalls(StoreCalls door, GreetedServer server, Runnable onClose) {
		this.door = door;
		this.server = server;
		this.onClose = onClose;
	}

	/**
	 * Return the door, for those who make several exchanges in one try.
	 */
	StoreCalls door() {
		return this.door;
	}

	/**
	 * Make a call through the door.
	 */
	<Q extends Message, A extends Message, T extends @Nullable Object> T call(ProximaRequest<Q, A, T> request) {
		return this.door.<T>call(request.operation(),
				(attempt) -> request.read(exchange(request.method(), request.message(), attempt.deadline()), attempt));
	}

	/**
	 * Begin a call through the door.
	 * @param request makes what is sent; what it throws is a failure of the result
	 */
	<Q extends Message, A extends Message, T extends @Nullable Object> CompletableFuture<T> callAsync(
			Supplier<ProximaRequest<Q, A, T>> request) {
		ProximaRequest<Q, A, T> ready;
		try {
			ready = request.get();
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		return this.door.<T>callAsync(ready.operation(), (attempt) -> this.<Q, A, T>attempt(ready, attempt));
	}

	private <Q extends Message, A extends Message, T extends @Nullable Object> CompletionStage<T> attempt(
			ProximaRequest<Q, A, T> request, Attempt attempt) {
		return new Mapped<>(exchangeAsync(request.method(), request.message(), attempt.deadline()),
				(answer) -> request.read(answer, attempt));
	}

	/**
	 * Make one exchange, within a try of the door.
	 * @return the answer, whatever its status
	 */
	<Q extends Message, A extends Message> A exchange(ProximaMethod<Q, A> method, Q message, Deadline deadline) {
		checkOpen();
		try {
			return this.server.call(method, message, deadline);
		}
		catch (NotSentException ex) {
			checkOpen();
			throw ex;
		}
	}

	/**
	 * Begin one exchange, within a try of the door. To cancel the result ends it.
	 * @return the answer to come, whatever its status
	 */
	<Q extends Message, A extends Message> CompletableFuture<A> exchangeAsync(ProximaMethod<Q, A> method, Q message,
			Deadline deadline) {
		try {
			checkOpen();
			return this.server.callAsync(method, message, deadline);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	boolean isText() {
		return this.server.isText();
	}

	Map<String, Object> details() {
		return this.server.details();
	}

	Map<String, Object> probe(Deadline deadline) {
		checkOpen();
		this.server.probe(deadline);
		return details();
	}

	private void checkOpen() {
		if (this.closed.get()) {
			String message = "The client of Proxima BE is closed";
			throw new NonTransientDataAccessResourceException(message, new IllegalStateException(message));
		}
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			try {
				this.server.close();
			}
			finally {
				this.onClose.run();
			}
		}
	}

}
