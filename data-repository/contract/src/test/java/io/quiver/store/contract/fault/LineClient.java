package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A client of a line server: sessions in a pool, every call through the door. Its socket
 * blocks, so the asynchronous form has threads of its own, as many as sessions.
 *
 * @author Quiver
 */
class LineClient implements AutoCloseable {

	private static final Operation GET = Operation.read("get");

	private static final Operation PUT = Operation.idempotentWrite("put");

	private static final Operation INCREMENT = Operation.write("increment");

	private static final int SESSIONS = 4;

	private static final int QUEUE = 100;

	final LineSessions sessions;

	private final StoreCalls calls;

	private final ThreadPoolExecutor threads;

	LineClient(InetSocketAddress address, LineSettings settings, Duration connectTimeout, StoreCalls calls) {
		this.calls = calls;
		this.sessions = new LineSessions(() -> session(address, settings, connectTimeout), SESSIONS);
		CustomizableThreadFactory factory = new CustomizableThreadFactory("line-client-");
		factory.setDaemon(true);
		this.threads = new ThreadPoolExecutor(SESSIONS, SESSIONS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE),
				factory);
		this.threads.allowCoreThreadTimeOut(true);
	}

	@Nullable String get(String key) {
		return value(call(GET, "GET " + key));
	}

	CompletableFuture<@Nullable String> getAsync(String key) {
		return callAsync(GET, "GET " + key).thenApply(LineClient::value);
	}

	void put(String key, String value) {
		call(PUT, "PUT " + key + " " + value);
	}

	CompletableFuture<?> putAsync(String key, String value) {
		return callAsync(PUT, "PUT " + key + " " + value);
	}

	void increment(String key) {
		call(INCREMENT, "INCR " + key);
	}

	CompletableFuture<?> incrementAsync(String key) {
		return callAsync(INCREMENT, "INCR " + key);
	}

	PoolStats pool() {
		return this.sessions;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.sessions.close();
	}

	LineSession session(InetSocketAddress address, LineSettings settings, Duration connectTimeout) {
		return new LineSession(address, settings, connectTimeout);
	}

	private String call(Operation operation, String request) {
		return this.calls.call(operation, (attempt) -> exchange(attempt.deadline(), request));
	}

	private CompletableFuture<String> callAsync(Operation operation, String request) {
		return this.calls.callAsync(operation, (attempt) -> submit(attempt, request));
	}

	private CompletableFuture<String> submit(Attempt attempt, String request) {
		CompletableFuture<String> result = new CompletableFuture<>();
		try {
			this.threads.execute(() -> complete(result, attempt.deadline(), request));
		}
		catch (RejectedExecutionException ex) {
			result.completeExceptionally(new NotSentException("Too many calls wait for a thread", ex));
		}
		return result;
	}

	private void complete(CompletableFuture<String> result, Deadline deadline, String request) {
		if (result.isDone()) {
			return;
		}
		try {
			result.complete(exchange(deadline, request));
		}
		catch (RuntimeException | Error ex) {
			result.completeExceptionally(ex);
		}
	}

	String exchange(Deadline deadline, String request) {
		LineSession session = this.sessions.borrow(deadline);
		boolean well = false;
		try {
			String answer = session.open(deadline).ask(request, deadline);
			well = true;
			if (answer.startsWith("WRONG")) {
				throw new InvalidDataAccessApiUsageException("The server says: " + answer);
			}
			return answer;
		}
		finally {
			end(session, well);
		}
	}

	void end(LineSession session, boolean well) {
		if (well) {
			this.sessions.giveBack(session);
		}
		else {
			this.sessions.throwAway(session);
		}
	}

	private static @Nullable String value(String answer) {
		if (answer.equals("NONE")) {
			return null;
		}
		if (!answer.startsWith("VALUE ")) {
			throw new DataAccessResourceFailureException(
					"The server answers '%s' instead of a value".formatted(answer));
		}
		return answer.substring("VALUE ".length());
	}

}
