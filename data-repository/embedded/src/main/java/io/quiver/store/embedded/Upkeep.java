package io.quiver.store.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Folds the logs into the indexes from time to time, and when one is full; links rows
 * when nobody writes.
 *
 * @author Quiver
 */
final class Upkeep implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Upkeep.class);

	private final Set<EmbeddedCollection> asked = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "quiver-embedded-upkeep");
		thread.setDaemon(true);
		return thread;
	});

	Upkeep(EmbeddedCollections collections, Duration interval) {
		long nanos = interval.toNanos();
		this.executor.scheduleWithFixedDelay(() -> collections.opened().forEach(this::tend), nanos, nanos,
				TimeUnit.NANOSECONDS);
	}

	private void tend(EmbeddedCollection collection) {
		commit(collection);
		try {
			collection.linkIfQuiet();
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Rows of collection '%s' could not be linked; searches of them are slower"
				.formatted(collection.view().shape().stored().name()), ex);
		}
	}

	void commitIfFull(EmbeddedCollection collection) {
		if (collection.isLogFull() && this.asked.add(collection)) {
			try {
				this.executor.execute(() -> {
					this.asked.remove(collection);
					commit(collection);
				});
			}
			catch (RejectedExecutionException ex) {
				// closing, which commits too
				this.asked.remove(collection);
			}
		}
	}

	private void commit(EmbeddedCollection collection) {
		try {
			if (!collection.isBroken()) {
				collection.commit();
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Collection '%s' could not be committed; its log keeps what the index does not have"
				.formatted(collection.view().shape().stored().name()), ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdown();
		boolean interrupted = false;
		while (true) {
			try {
				if (this.executor.awaitTermination(1, TimeUnit.MINUTES)) {
					break;
				}
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
