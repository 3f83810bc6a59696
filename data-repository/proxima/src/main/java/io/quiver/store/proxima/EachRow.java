package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.WriteRequest;
import io.quiver.store.proxima.proto.Status;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Sends rows, each in a request of its own and many at once. A row is not sent before an
 * earlier one of its key is answered.
 *
 * @author Quiver
 */
final class EachRow extends CompletableFuture<List<RowStatus>> {

	private static final int AT_ONCE = 64;

	private final ProximaCalls calls;

	private final List<io.quiver.store.proxima.proto.WriteRequest> rows;

	private final Attempt attempt;

	private final RowStatuses statuses;

	private final Map<Integer, CompletableFuture<Status>> underWay = new ConcurrentHashMap<>();

	private final Set<Long> keys = ConcurrentHashMap.newKeySet();

	/** Whoever raises it from zero sends; the others' news is seen by that one. */
	private final AtomicInteger news = new AtomicInteger();

	private int next;

	private EachRow(ProximaCalls calls, Operation operation, List<io.quiver.store.proxima.proto.WriteRequest> rows,
			Attempt attempt) {
		this.calls = calls;
		this.rows = rows;
		this.attempt = attempt;
		this.statuses = new RowStatuses(operation, rows);
	}

	/**
	 * Send rows and wait for what becomes of them. At the deadline that is told of the
	 * rows that were answered, and the others may be stored or not.
	 */
	static List<RowStatus> write(ProximaCalls calls, WriteRequest request) {
		List<io.quiver.store.proxima.proto.WriteRequest> rows = split(request);
		Operation operation = ProximaOperations.write(ProximaOperations.WRITE_EACH, request);
		return calls.door().call(operation, (attempt) -> new EachRow(calls, operation, rows, attempt).begin().await());
	}

	/**
	 * Begin to send rows.
	 */
	static CompletableFuture<List<RowStatus>> writeAsync(ProximaCalls calls, WriteRequest request) {
		List<io.quiver.store.proxima.proto.WriteRequest> rows;
		try {
			rows = split(request);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		Operation operation = ProximaOperations.write(ProximaOperations.WRITE_EACH, request);
		return calls.door().callAsync(operation, (attempt) -> new EachRow(calls, operation, rows, attempt).begin());
	}

	private static List<io.quiver.store.proxima.proto.WriteRequest> split(WriteRequest request) {
		io.quiver.store.proxima.proto.WriteRequest head = WriteMessages.head(request).build();
		List<io.quiver.store.proxima.proto.WriteRequest> rows = new ArrayList<>(request.rows().size());
		for (Row row : request.rows()) {
			rows.add(head.toBuilder().addRows(WriteMessages.row(request.meta(), row)).build());
		}
		return rows;
	}

	private EachRow begin() {
		if (this.rows.isEmpty()) {
			complete(List.of());
		}
		send();
		return this;
	}

	/**
	 * Send what may be sent now.
	 */
	private void send() {
		if (this.news.getAndIncrement() != 0) {
			return;
		}
		int seen = 1;
		do {
			while (mayBeSent()) {
				send(this.next++);
			}
			seen = this.news.addAndGet(-seen);
		}
		while (seen != 0);
	}

	private boolean mayBeSent() {
		return !isDone() && this.next < this.rows.size() && this.underWay.size() < AT_ONCE
				&& this.keys.add(key(this.next));
	}

	private void send(int place) {
		CompletableFuture<Status> answer = this.calls.exchangeAsync(ProximaMethod.WRITE, this.rows.get(place),
				this.attempt.deadline());
		this.underWay.put(place, answer);
		answer.whenComplete((status, failure) -> ended(place, status, failure));
		if (isDone()) {
			answer.cancel(true);
		}
	}

	private void ended(int place, @Nullable Status status, @Nullable Throwable failure) {
		boolean last = this.statuses.set(place, status, failure);
		this.keys.remove(key(place));
		this.underWay.remove(place);
		if (last) {
			end();
		}
		else {
			send();
		}
	}

	private void end() {
		this.attempt.written(this.statuses.done());
		try {
			complete(this.statuses.result());
		}
		catch (RuntimeException ex) {
			completeExceptionally(ex);
		}
	}

	private long key(int place) {
		return this.rows.get(place).getRows(0).getPrimaryKey();
	}

	private List<RowStatus> await() {
		try {
			return (this.attempt.deadline().isSet())
					? get(this.attempt.deadline().remainingNanos(), TimeUnit.NANOSECONDS) : get();
		}
		catch (InterruptedException ex) {
			cancel(true);
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("Writing rows was abandoned: its thread was interrupted",
					ex);
		}
		catch (TimeoutException ex) {
			cancel(true);
			this.attempt.written(this.statuses.done());
			return this.statuses.result();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) ex.getCause();
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		this.underWay.values().forEach((answer) -> answer.cancel(mayInterruptIfRunning));
		return cancelled;
	}

}
