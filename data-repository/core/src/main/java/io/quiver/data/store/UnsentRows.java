package io.quiver.data.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.StoreFaults;
import io.quiver.data.policy.UnfinishedException;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.util.Assert;

/**
 * The rows of a write that are still to be sent, and what became of the others. What a
 * try that was given up answers late, while the next one is under way, is not heard.
 *
 * @param <R> the type of the request
 * @author Quiver
 */
final class UnsentRows<R> {

	/** The number of no try. */
	private static final int NONE = 0;

	private final boolean repeatable;

	private final int rows;

	private final Function<List<Integer>, R> requests;

	private final IntFunction<@Nullable Key> keys;

	private final Map<Integer, RowFailure> failures = new TreeMap<>();

	private final Map<Integer, Key> made = new TreeMap<>();

	/** Rows that a try may have stored of which no answer came. */
	private final BitSet unknown = new BitSet();

	private List<Integer> left;

	/** Rows that a try is sending. */
	private List<Integer> underWay = List.of();

	private int attempt;

	private boolean answered;

	private int affected;

	private UnsentRows(Operation operation, int rows, Function<List<Integer>, R> requests,
			IntFunction<@Nullable Key> keys) {
		this.repeatable = operation.safety() != Safety.WRITE;
		this.rows = rows;
		this.requests = requests;
		this.keys = keys;
		this.left = IntStream.range(0, rows).boxed().toList();
	}

	static UnsentRows<WriteRequest> of(Operation operation, WriteRequest request) {
		return new UnsentRows<>(operation, request.rows().size(),
				(sent) -> (sent.size() == request.rows().size()) ? request
						: new WriteRequest(request.collection(), request.mode(), request.columns(),
								part(request.rows(), sent), versions(request.expectedVersions(), sent),
								request.options()),
				(row) -> key(request, row));
	}

	static UnsentRows<DeleteRequest> of(Operation operation, DeleteRequest request) {
		return new UnsentRows<>(operation, request.keys().size(),
				(sent) -> (sent.size() == request.keys().size()) ? request : new DeleteRequest(request.collection(),
						part(request.keys(), sent), versions(request.expectedVersions(), sent), request.options()),
				request.keys()::get);
	}

	private static <E> List<E> part(List<E> all, List<Integer> sent) {
		return sent.stream().map(all::get).toList();
	}

	private static @Nullable List<Long> versions(@Nullable List<Long> all, List<Integer> sent) {
		return (all != null) ? part(all, sent) : null;
	}

	private static @Nullable Key key(WriteRequest request, int row) {
		CollectionSpec collection = request.collection();
		for (int i = 0; i < collection.keySize(); i++) {
			if (request.rows().get(row).get(i) == null) {
				return null;
			}
		}
		return collection.keyOf(request.rows().get(row));
	}

	boolean isEmpty() {
		return this.rows == 0;
	}

	R request(List<Integer> sent) {
		return this.requests.apply(sent);
	}

	/**
	 * Begin a try.
	 * @return the places of the rows to be sent
	 */
	synchronized List<Integer> begin(Attempt attempt) {
		// the try before has brought no answer, nor the certainty that nothing was done
		this.underWay.forEach(this.unknown::set);
		this.underWay = this.left;
		this.attempt = attempt.number();
		if (this.answered) {
			attempt.written(this.affected);
		}
		return this.left;
	}

	/**
	 * Take what became of the rows of a try.
	 * @return what became of all, if nothing is left to be sent
	 * @throws UnfinishedException if rows are left
	 */
	synchronized WriteResult answered(List<Integer> sent, WriteResult answer, Attempt attempt) {
		Assert.state(answer.rows() == sent.size(),
				() -> "%d rows were sent, but the answer is about %d".formatted(sent.size(), answer.rows()));
		if (attempt.number() != this.attempt) {
			return result();
		}
		Map<Integer, RowFailure> failed = answer.failures()
			.stream()
			.collect(Collectors.toMap((failure) -> sent.get(failure.index()), (failure) -> failure));
		this.answered = true;
		this.underWay = List.of();
		this.affected += answer.affected();
		attempt.written(this.affected);
		keep(sent, failed, answer.keys());
		this.left = toBeRepeated(sent, failed);
		if (this.left.isEmpty()) {
			return result();
		}
		boolean nothingDone = failed.size() == sent.size()
				&& failed.values().stream().allMatch((failure) -> StoreFaults.isFault(failure.cause()));
		DataAccessException cause = answer.failures()
			.stream()
			.filter(this::mayPass)
			.map(RowFailure::cause)
			.findFirst()
			.orElseThrow();
		throw new UnfinishedException("%d of %d rows failed for reasons that may pass, such as: %s"
			.formatted(this.left.size(), sent.size(), cause.getMessage()), (nothingDone) ? cause : null);
	}

	private void keep(List<Integer> sent, Map<Integer, RowFailure> failed, List<Key> told) {
		if (failed.isEmpty() && told.isEmpty() && this.failures.isEmpty()) {
			return;
		}
		int stored = 0;
		for (int row : sent) {
			RowFailure failure = failed.get(row);
			if (failure != null) {
				if (failure.outcome() == Outcome.UNKNOWN) {
					this.unknown.set(row);
				}
				this.failures.put(row, new RowFailure(row, outcome(row), failure.cause()));
				continue;
			}
			this.failures.remove(row);
			if (!told.isEmpty()) {
				this.made.put(row, told.get(stored++));
			}
		}
	}

	/**
	 * An earlier row of a key must not be stored after a later one, which is to win.
	 */
	private List<Integer> toBeRepeated(List<Integer> sent, Map<Integer, RowFailure> failed) {
		List<Integer> again = new ArrayList<>();
		Set<Key> later = new HashSet<>();
		if (failed.isEmpty()) {
			return again;
		}
		for (int i = sent.size() - 1; i >= 0; i--) {
			int row = sent.get(i);
			RowFailure failure = failed.get(row);
			Key key = this.keys.apply(row);
			if (failure != null && mayPass(failure) && !(key != null && later.contains(key))) {
				again.add(0, row);
			}
			else if (key != null && (failure == null || failure.outcome() == Outcome.UNKNOWN)) {
				later.add(key);
			}
		}
		return again;
	}

	private boolean mayPass(RowFailure failure) {
		return StoreFaults.isPassing(failure.cause()) && (this.repeatable || failure.outcome() == Outcome.FAILED);
	}

	/**
	 * Note that a try failed as a whole.
	 */
	synchronized void failed(Attempt attempt, RuntimeException failure) {
		if (attempt.number() == this.attempt && failure instanceof DataAccessException
				&& !StoreFaults.mayBeDone(failure)) {
			this.underWay = List.of();
		}
	}

	/**
	 * Return what became of the rows when the door has given up.
	 */
	synchronized WriteResult resultAfter(RuntimeException failure) {
		if (!this.answered) {
			throw failure;
		}
		this.attempt = NONE;
		this.underWay.forEach(this.unknown::set);
		if (!(failure instanceof UnfinishedException)) {
			DataAccessException cause = (failure instanceof DataAccessException known) ? known
					: new NonTransientDataAccessResourceException("Unexpected failure of a try", failure);
			this.left.forEach((row) -> this.failures.put(row, new RowFailure(row, outcome(row), cause)));
		}
		return result();
	}

	private Outcome outcome(int row) {
		return (this.unknown.get(row)) ? Outcome.UNKNOWN : Outcome.FAILED;
	}

	synchronized WriteResult result() {
		List<Key> keys = new ArrayList<>();
		for (int row = 0; row < this.rows && !this.made.isEmpty(); row++) {
			Key key = (this.made.containsKey(row)) ? this.made.get(row) : this.keys.apply(row);
			if (key != null && !this.failures.containsKey(row)) {
				keys.add(key);
			}
		}
		return new WriteResult(this.rows, this.affected, List.copyOf(this.failures.values()), keys);
	}

}
