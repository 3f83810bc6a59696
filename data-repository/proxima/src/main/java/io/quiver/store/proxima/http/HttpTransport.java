package io.quiver.store.proxima.http;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.Message;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.DeadlineExecutor;
import io.quiver.store.proxima.wire.ProximaMethod;
import io.quiver.store.proxima.wire.ProximaTransport;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.client.RestClient;

/**
 * Calls by a blocking client. A caller leaves at its deadline, interrupts the thread that
 * makes the call, which ends the exchange in clients that heed it, and has what the
 * thread reads closed.
 *
 * @author Quiver
 */
public final class HttpTransport implements ProximaTransport {

	/** As many calls as may be under way at once, in each of the two forms. */
	private static final int MAX_THREADS = 64;

	/** As many asynchronous calls as may wait for a thread. */
	private static final int MAX_QUEUE = 10_000;

	private static final int IDLE_SECONDS = 60;

	private final RestClient client;

	private final DeadlineExecutor waiting;

	private final ThreadPoolExecutor threads;

	private final ThreadPoolExecutor closing;

	private final Set<HttpBody> open = ConcurrentHashMap.newKeySet();

	/**
	 * Create a transport.
	 * @param client the client, with the server's address as its base
	 * @param name what the threads are called
	 */
	public HttpTransport(RestClient client, String name) {
		this.client = client;
		this.waiting = new DeadlineExecutor(name, MAX_THREADS);
		this.threads = threads(name + "-async-", MAX_THREADS);
		this.closing = threads(name + "-close-", 1);
	}

	private static ThreadPoolExecutor threads(String name, int max) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name);
		factory.setDaemon(true);
		ThreadPoolExecutor threads = new ThreadPoolExecutor(max, max, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(MAX_QUEUE), factory);
		threads.allowCoreThreadTimeOut(true);
		return threads;
	}

	@Override
	public <Q extends Message, A extends Message> A call(ProximaMethod<Q, A> method, Q request, Deadline deadline) {
		HttpBody body = new HttpBody(this.closing);
		HttpExchange<A> exchange = HttpExchange.of(method, request, body);
		this.open.add(body);
		try {
			return this.waiting.call(deadline, () -> exchange.send(this.client), body::abandon);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw HttpErrors.translate(method, ex);
		}
		finally {
			this.open.remove(body);
		}
	}

	@Override
	public <Q extends Message, A extends Message> CompletableFuture<A> callAsync(ProximaMethod<Q, A> method, Q request,
			Deadline deadline) {
		HttpBody body = new HttpBody(this.closing);
		HttpReply<A> reply = new HttpReply<>(this.threads, this.client, HttpExchange.of(method, request, body));
		this.open.add(body);
		reply.whenComplete((answer, failure) -> this.open.remove(body));
		reply.begin();
		return reply;
	}

	@Override
	public void close() {
		this.waiting.close();
		this.threads.shutdownNow().forEach((waiting) -> ((Future<?>) waiting).cancel(false));
		this.open.forEach(HttpBody::abandon);
		this.closing.shutdown();
	}

}
