package io.quiver.store.contract.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Calls that are made at once, each with a thread of its own, and the time they take.
 *
 * @author Quiver
 */
final class Volley {

	/** What has not ended by then never will. */
	private static final Duration NEVER = Duration.ofSeconds(5);

	private Volley() {
	}

	static List<Hit> fire(GuardedClient client, Manner manner, List<Shot> shots) {
		CountDownLatch start = new CountDownLatch(1);
		List<CompletableFuture<Hit>> hits = new ArrayList<>();
		for (Shot shot : shots) {
			CompletableFuture<Hit> hit = new CompletableFuture<>();
			hits.add(hit);
			FaultProxy.thread("volley", () -> fire(client, manner, shot, start, hit));
		}
		start.countDown();
		List<Hit> result = new ArrayList<>();
		for (int i = 0; i < shots.size(); i++) {
			result.add(await(shots.get(i), hits.get(i)));
		}
		return result;
	}

	private static void fire(GuardedClient client, Manner manner, Shot shot, CountDownLatch start,
			CompletableFuture<Hit> hit) {
		long begin = 0;
		try {
			start.await();
			begin = System.nanoTime();
			if (manner == Manner.ASYNC) {
				begin(client, shot, begin, hit);
			}
			else {
				Object value = shot.call(client);
				hit.complete(hit(shot, begin, begin, value, null));
			}
		}
		catch (Throwable ex) {
			hit.complete(hit(shot, begin, begin, null, ex));
		}
	}

	private static void begin(GuardedClient client, Shot shot, long begin, CompletableFuture<Hit> hit) {
		CompletableFuture<?> future = shot.begin(client);
		long begun = System.nanoTime();
		future.whenComplete((value, thrown) -> hit.complete(hit(shot, begin, begun, value, failure(thrown))));
	}

	private static Hit hit(Shot shot, long begin, long begun, @Nullable Object value, @Nullable Throwable failure) {
		return new Hit(shot, Duration.ofNanos(begun - begin), Duration.ofNanos(System.nanoTime() - begin), value,
				failure);
	}

	private static @Nullable Throwable failure(@Nullable Throwable thrown) {
		return (thrown instanceof CompletionException && thrown.getCause() != null) ? thrown.getCause() : thrown;
	}

	private static Hit await(Shot shot, CompletableFuture<Hit> hit) {
		try {
			return hit.get(NEVER.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new AssertionError("%s has not ended after %d s".formatted(shot, NEVER.toSeconds()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
