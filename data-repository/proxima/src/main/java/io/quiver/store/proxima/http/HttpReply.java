package io.quiver.store.proxima.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

import com.google.protobuf.Message;
import io.quiver.data.policy.NotSentException;

import org.springframework.web.client.RestClient;

/**
 * The answer of a call that waits for a thread or has one. To cancel it interrupts the
 * thread and closes what it reads, and so does the door at the deadline.
 *
 * @param <A> the type of the answer
 * @author Quiver
 */
final class HttpReply<A extends Message> extends CompletableFuture<A> {

	private final ThreadPoolExecutor threads;

	private final HttpBody body;

	private final FutureTask<?> task;

	HttpReply(ThreadPoolExecutor threads, RestClient client, HttpExchange<A> exchange) {
		this.threads = threads;
		this.body = exchange.answer();
		this.task = new FutureTask<>(() -> send(client, exchange), true) {

			@Override
			protected void done() {
				if (isCancelled()) {
					completeExceptionally(new NotSentException("The client was closed before the call had a thread"));
				}
			}

		};
	}

	void begin() {
		try {
			this.threads.execute(this.task);
		}
		catch (RejectedExecutionException ex) {
			completeExceptionally(
					new NotSentException("Too many calls wait for a thread, or the client is closed", ex));
		}
	}

	private void send(RestClient client, HttpExchange<A> exchange) {
		try {
			complete(exchange.send(client));
		}
		catch (RuntimeException | Error ex) {
			completeExceptionally(ex);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		if (cancelled) {
			this.task.cancel(true);
			this.body.abandon();
			this.threads.remove(this.task);
		}
		return cancelled;
	}

}
