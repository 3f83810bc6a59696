package io.quiver.spring.boot.autoconfigure.inspect;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A question that is put to one store again and again. It has a thread of its own, which
 * is there only while it is needed: a store that never answers holds this one thread and
 * nobody else. Who asks while the question is under way joins in.
 *
 * @param <T> the type of the answer
 * @author Quiver
 * @since 0.1
 */
public final class Inquiry<T> implements AutoCloseable {

	private static final long IDLE_SECONDS = 60;

	private final Duration timeout;

	private final Function<Deadline, T> question;

	private final ThreadPoolExecutor thread;

	private @Nullable Answer<T> last;

	/**
	 * Create the question without asking it.
	 * @param name what its thread is called
	 * @param timeout how long an answer may take, more than zero
	 * @param question asks the store, which should answer until the deadline
	 */
	public Inquiry(String name, Duration timeout, Function<Deadline, T> question) {
		this.timeout = timeout;
		this.question = question;
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name + "-");
		factory.setDaemon(true);
		this.thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory,
				(refused, closed) -> ((Future<?>) refused).cancel(false));
		this.thread.allowCoreThreadTimeOut(true);
	}

	/**
	 * Ask, unless the question is under way.
	 * @return the answer to come
	 */
	public synchronized Answer<T> ask() {
		if (this.last == null || this.last.hasEnded()) {
			this.last = new Answer<>(this.timeout, this.question);
			this.thread.execute(this.last);
		}
		return this.last;
	}

	/**
	 * Give up what is under way. Whoever asks from now on gets no answer.
	 */
	@Override
	public void close() {
		this.thread.shutdownNow().forEach((waiting) -> ((Future<?>) waiting).cancel(false));
	}

}
