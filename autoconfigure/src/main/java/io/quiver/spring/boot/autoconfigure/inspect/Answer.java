package io.quiver.spring.boot.autoconfigure.inspect;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.util.Assert;

/**
 * The answer to a question that has been asked. Its time runs from then on, whenever
 * somebody comes to wait for it.
 *
 * @param <T> the type of the answer
 * @author Quiver
 * @since 0.1
 */
public final class Answer<T> extends FutureTask<T> {

	private final Duration timeout;

	private final Deadline deadline;

	private volatile boolean ended;

	Answer(Duration timeout, Function<Deadline, T> question) {
		this(timeout, Deadline.after(timeout), question);
	}

	private Answer(Duration timeout, Deadline deadline, Function<Deadline, T> question) {
		super(() -> question.apply(deadline));
		this.timeout = timeout;
		this.deadline = deadline;
	}

	@Override
	public void run() {
		try {
			super.run();
		}
		finally {
			this.ended = true;
		}
	}

	/**
	 * Tell whether the store has been left: an answer that was given up may still hold
	 * the thread.
	 */
	boolean hasEnded() {
		return this.ended || (isDone() && !isCancelled());
	}

	/**
	 * Wait for the answer until its time is over.
	 * @return the answer, or why there is none
	 */
	public Outcome<T> await() {
		try {
			return new Outcome<>(get(this.deadline.remainingNanos(), TimeUnit.NANOSECONDS), null);
		}
		catch (ExecutionException ex) {
			return new Outcome<>(null, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException | CancellationException ex) {
			cancel(true);
			return new Outcome<>(null,
					new QueryTimeoutException("No answer within %d ms".formatted(this.timeout.toMillis()), ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome<>(null,
					new TransientDataAccessResourceException("Interrupted while waiting for an answer", ex));
		}
	}

	/**
	 * What came of it: one of both.
	 *
	 * @param <T> the type of the answer
	 * @param value the answer, or {@code null}
	 * @param failure why there is none, or {@code null}
	 */
	public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

		/**
		 * Return why there is no answer.
		 * @return the failure
		 * @throws IllegalStateException if there is an answer
		 */
		public Throwable cause() {
			Assert.state(this.failure != null, "There is an answer");
			return this.failure;
		}

	}

}
