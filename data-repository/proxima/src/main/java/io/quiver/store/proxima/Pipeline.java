package io.quiver.store.proxima;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Exchanges within one try, many at once. One of a key is not begun before an earlier one
 * of the same key has ended, and none after one has failed. Completes when all that were
 * begun have ended; what became of each is asked of it then.
 *
 * @param <A> the type of the answers
 * @author Quiver
 */
final class Pipeline<A> extends CompletableFuture<Pipeline<A>> {

	private static final int AT_ONCE = 64;

	private final int size;

	private final IntFunction<CompletableFuture<A>> exchange;

	private final IntToLongFunction keys;

	private final Predicate<A> last;

	/** How far each exchange is: a {@link Mark}, then an answer or a failure. */
	private final AtomicReferenceArray<@Nullable Object> ends;

	private final Map<Integer, CompletableFuture<A>> underWay = new ConcurrentHashMap<>();

	private final Set<Long> busy = ConcurrentHashMap.newKeySet();

	/** Whoever raises it from zero begins; the others' news is seen by that one. */
	private final AtomicInteger news = new AtomicInteger();

	private volatile boolean stopped;

	private int next;

	/**
	 * Create exchanges.
	 * @param size how many there are
	 * @param keys the key of each
	 * @param exchange begins one
	 * @param last whether an answer is one after which none shall be begun
	 */
	Pipeline(int size, IntToLongFunction keys, IntFunction<CompletableFuture<A>> exchange, Predicate<A> last) {
		this.size = size;
		this.keys = keys;
		this.exchange = exchange;
		this.last = last;
		this.ends = new AtomicReferenceArray<>(size);
	}

	Pipeline<A> begin() {
		if (this.news.getAndIncrement() != 0) {
			return this;
		}
		int seen = 1;
		do {
			while (mayBegin()) {
				begin(this.next++);
			}
			if ((this.stopped || this.next == this.size) && this.underWay.isEmpty()) {
				complete(this);
			}
			seen = this.news.addAndGet(-seen);
		}
		while (seen != 0);
		return this;
	}

	private boolean mayBegin() {
		return !isDone() && !this.stopped && this.next < this.size && this.underWay.size() < AT_ONCE
				&& this.busy.add(this.keys.applyAsLong(this.next));
	}

	private void begin(int place) {
		if (!this.ends.compareAndSet(place, null, Mark.BEGUN)) {
			return;
		}
		CompletableFuture<A> answer = this.exchange.apply(place);
		this.underWay.put(place, answer);
		answer.whenComplete((value, failure) -> ended(place, value, failure));
		if (isDone()) {
			answer.cancel(true);
		}
	}

	private void ended(int place, @Nullable A answer, @Nullable Throwable failure) {
		if (answer != null) {
			this.ends.compareAndSet(place, Mark.BEGUN, answer);
			this.stopped |= this.last.test(answer);
		}
		else {
			this.stopped = true;
			if (failure != null && TwoSteps.unwrap(failure) instanceof DataAccessException translated) {
				this.ends.compareAndSet(place, Mark.BEGUN, translated);
			}
			else if (!isDone() && failure != null) {
				completeExceptionally(TwoSteps.unwrap(failure));
			}
		}
		this.busy.remove(this.keys.applyAsLong(place));
		this.underWay.remove(place);
		begin();
	}

	/**
	 * Wait for the end. At the deadline what is under way is given up.
	 */
	Pipeline<A> await(Deadline deadline) {
		try {
			return (deadline.isSet()) ? get(deadline.remainingNanos(), TimeUnit.NANOSECONDS) : get();
		}
		catch (InterruptedException ex) {
			cancel(true);
			Thread.currentThread().interrupt();
			throw new TransientDataAccessResourceException("The call was abandoned: its thread was interrupted", ex);
		}
		catch (TimeoutException ex) {
			giveUp(new QueryTimeoutException("The call did not end in its time; give it more, or ask for less", ex));
			return this;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) ex.getCause();
		}
	}

	/**
	 * Another thread may be beginning an exchange just now. It is told of as begun, or
	 * kept from it.
	 */
	private void giveUp(QueryTimeoutException failure) {
		this.stopped = true;
		for (int place = 0; place < this.size; place++) {
			if (!this.ends.compareAndSet(place, null, Mark.NEVER_BEGUN)) {
				this.ends.compareAndSet(place, Mark.BEGUN, failure);
			}
		}
		cancel(true);
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		this.underWay.values().forEach((answer) -> answer.cancel(mayInterruptIfRunning));
		return cancelled;
	}

	/**
	 * Return the answer of an exchange.
	 * @return the answer, or {@code null} if it has failed or was not begun
	 */
	@SuppressWarnings("unchecked")
	@Nullable A answer(int place) {
		Object end = this.ends.get(place);
		return (end instanceof DataAccessException || end instanceof Mark) ? null : (A) end;
	}

	/**
	 * Return the failure of an exchange.
	 * @return the failure, or {@code null} if it was answered or not begun
	 */
	@Nullable DataAccessException failure(int place) {
		return (this.ends.get(place) instanceof DataAccessException failure) ? failure : null;
	}

	private enum Mark {

		BEGUN, NEVER_BEGUN

	}

}
