package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of calls that do not keep their callers waiting: as many as there may be
 * connections, made when they are needed.
 *
 * @author Quiver
 */
final class AsyncThreads implements AutoCloseable {

	/** As many calls as may wait for a thread. */
	private static final int MAX_QUEUE = 10_000;

	private static final int IDLE_SECONDS = 60;

	private final ThreadPoolExecutor threads;

	AsyncThreads(String name, int size) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name + "-async-");
		factory.setDaemon(true);
		this.threads = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(MAX_QUEUE), factory);
		this.threads.allowCoreThreadTimeOut(true);
	}

	/**
	 * Begin a call.
	 * @param lease its use of a connection, which ends when the result is cancelled
	 */
	<T extends @Nullable Object> CompletableFuture<T> begin(Lease lease, Supplier<T> call) {
		AsyncCall<T> begun = new AsyncCall<>(this.threads, lease, call);
		begun.begin();
		return begun;
	}

	@Override
	public void close() {
		this.threads.shutdownNow().forEach((waiting) -> ((Future<?>) waiting).cancel(false));
	}

}
