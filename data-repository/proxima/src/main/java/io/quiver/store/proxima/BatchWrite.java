package io.quiver.store.proxima;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Rows that are saved or updated within one try, one request after the other. A request
 * that failed at some row is narrowed by halves, since to save or update a row again does
 * no harm.
 *
 * @author Quiver
 */
final class BatchWrite extends CompletableFuture<WriteResult> {

	private static final int MAX_ROWS = 1000;

	private static final int MAX_BYTES = 8 << 20;

	private final ProximaRows columns;

	private final WriteRequest request;

	private final Function<io.quiver.store.proxima.proto.WriteRequest, CompletableFuture<Status>> exchange;

	private final RowOutcomes outcomes;

	/**
	 * The rows in the order in which they are sent, those of the same vectors together.
	 */
	private final int[] order;

	private final long[] masks;

	private final Deque<Span> left = new ArrayDeque<>();

	private volatile @Nullable CompletableFuture<Status> current;

	/**
	 * Create a write.
	 * @param columns the columns of the rows
	 * @param request the rows
	 * @param exchange makes an exchange, or begins one
	 */
	BatchWrite(ProximaRows columns, WriteRequest request,
			Function<io.quiver.store.proxima.proto.WriteRequest, CompletableFuture<Status>> exchange) {
		this.columns = columns;
		this.request = request;
		this.exchange = exchange;
		this.outcomes = new RowOutcomes(rows().size());
		this.masks = rows().stream().mapToLong(columns::mask).toArray();
		this.order = order();
		this.left.push(new Span(0, this.order.length));
	}

	private List<Row> rows() {
		return this.request.rows();
	}

	/** Rows of one key stay in their order. */
	private int[] order() {
		IntStream places = IntStream.range(0, this.masks.length);
		if (IntStream.range(1, this.masks.length).allMatch((place) -> this.masks[place] == this.masks[0])
				|| !keysAreDistinct()) {
			return places.toArray();
		}
		return places.boxed()
			.sorted(Comparator.comparingLong((place) -> this.masks[place]))
			.mapToInt(Integer::intValue)
			.toArray();
	}

	private boolean keysAreDistinct() {
		Set<@Nullable Object> keys = new HashSet<>();
		return rows().stream().allMatch((row) -> keys.add(row.get(0)));
	}

	BatchWrite run() {
		while (!isDone() && !this.left.isEmpty()) {
			Span span = this.left.pop();
			CompletableFuture<Status> answer = send(span);
			this.current = answer;
			if (!answer.isDone()) {
				if (isCancelled()) {
					answer.cancel(true);
				}
				answer.whenComplete((status, failure) -> {
					answered(status, failure);
					run();
				});
				return this;
			}
			answer.whenComplete(this::answered);
		}
		end();
		return this;
	}

	private Span sent = new Span(0, 0);

	/** As far as rows were ever sent, in their order. */
	private int reached;

	/** As far as they were sent before the request that is under way. */
	private int reachedBefore;

	private CompletableFuture<Status> send(Span span) {
		this.sent = span;
		this.reachedBefore = this.reached;
		try {
			var message = message(span);
			this.reached = Math.max(this.reached, this.sent.to);
			return this.exchange.apply(message);
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	/**
	 * Return as many rows of a span as go in one request, and leave the others for the
	 * next.
	 */
	private io.quiver.store.proxima.proto.WriteRequest message(Span span) {
		long mask = this.masks[this.order[span.from]];
		var message = this.columns.request(mask);
		int to = span.from;
		int bytes = 0;
		while (to < span.to && to - span.from < MAX_ROWS && bytes < MAX_BYTES && this.masks[this.order[to]] == mask) {
			bytes += add(message, rows().get(this.order[to]));
			to++;
		}
		if (to < span.to) {
			this.left.push(new Span(to, span.to));
			this.sent = new Span(span.from, to);
		}
		return message.build();
	}

	private int add(io.quiver.store.proxima.proto.WriteRequest.Builder message, Row row) {
		var written = this.columns.write(row);
		int size = 0;
		if (this.request.mode() != WriteMode.INSERT) {
			var update = written.setOperationType(OperationType.OP_UPDATE).build();
			message.addRows(update);
			size += update.getSerializedSize();
		}
		if (this.request.mode() != WriteMode.UPDATE) {
			var insert = written.setOperationType(OperationType.OP_INSERT).build();
			message.addRows(insert);
			size += insert.getSerializedSize();
		}
		return size;
	}

	private void answered(@Nullable Status status, @Nullable Throwable thrown) {
		if (status == null) {
			Throwable failure = TwoSteps.unwrap(Objects.requireNonNull(thrown));
			if (failure instanceof DataAccessException translated) {
				failed(translated);
			}
			else {
				completeExceptionally(failure);
			}
			return;
		}
		if (WriteVerdict.isDone(this.request.mode(), status.getCode())) {
			this.outcomes.done();
			return;
		}
		DataAccessException failure = ProximaErrors.translate(subject(), status);
		switch (WriteVerdict.of(this.request.mode(), status, failure)) {
			case DONE -> this.outcomes.done();
			case REFUSED, TROUBLED -> failed(failure);
			case ROW -> narrow(status.getCode(), failure);
		}
	}

	private String subject() {
		return "%s on '%s'".formatted(this.request.mode(), this.request.collection().name());
	}

	/**
	 * What was sent before in a larger request may be done, although it is not known
	 * which of its rows.
	 */
	private void failed(DataAccessException failure) {
		this.sent.places().forEach((place) -> failed(place, failure, false));
		this.left.forEach((span) -> span.places().forEach((place) -> failed(place, failure, true)));
		this.left.clear();
	}

	private void failed(int place, DataAccessException failure, boolean waiting) {
		int row = this.order[place];
		if (place < this.reachedBefore) {
			this.outcomes.refused(row, Outcome.UNKNOWN, failure);
		}
		else if (waiting) {
			this.outcomes.notSent(row, failure);
		}
		else {
			this.outcomes.failed(row, failure);
		}
	}

	private void narrow(int code, DataAccessException failure) {
		int size = this.sent.to - this.sent.from;
		if (size > 1) {
			int middle = this.sent.from + size / 2;
			this.left.push(new Span(middle, this.sent.to));
			this.left.push(new Span(this.sent.from, middle));
		}
		else {
			this.outcomes.refused(this.order[this.sent.from],
					(WriteVerdict.isOfKey(code)) ? Outcome.FAILED : Outcome.UNKNOWN, failure);
		}
	}

	private void end() {
		try {
			if (!isDone()) {
				complete(this.outcomes.result());
			}
		}
		catch (DataAccessException ex) {
			completeExceptionally(ex);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		CompletableFuture<Status> running = this.current;
		if (running != null) {
			running.cancel(mayInterruptIfRunning);
		}
		return cancelled;
	}

	/**
	 * Rows that stand together in the order of sending.
	 *
	 * @param from the first
	 * @param to the one behind the last
	 */
	private record Span(int from, int to) {

		IntStream places() {
			return IntStream.range(this.from, this.to);
		}

	}

}
