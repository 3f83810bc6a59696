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

	static List<Outcome> fire(GuardedClient client, Manner manner, List<Call> calls) {
		CountDownLatch start = new CountDownLatch(1);
		List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
		for (Call call : calls) {
			CompletableFuture<Outcome> outcome = new CompletableFuture<>();
			outcomes.add(outcome);
			FaultProxy.thread("volley", () -> fire(client, manner, call, start, outcome));
		}
		start.countDown();
		List<Outcome> result = new ArrayList<>();
		for (int i = 0; i < calls.size(); i++) {
			result.add(await(calls.get(i), outcomes.get(i)));
		}
		return result;
	}

	private static void fire(GuardedClient client, Manner manner, Call call, CountDownLatch start,
			CompletableFuture<Outcome> outcome) {
		long begin = 0;
		try {
			start.await();
			begin = System.nanoTime();
			if (manner == Manner.ASYNC) {
				begin(client, call, begin, outcome);
			}
			else {
				Object value = call.call(client);
				outcome.complete(outcome(call, begin, begin, value, null));
			}
		}
		catch (Throwable ex) {
			outcome.complete(outcome(call, begin, begin, null, ex));
		}
	}

	private static void begin(GuardedClient client, Call call, long begin, CompletableFuture<Outcome> outcome) {
		CompletableFuture<?> future = call.begin(client);
		long begun = System.nanoTime();
		future.whenComplete((value, thrown) -> outcome.complete(outcome(call, begin, begun, value, failure(thrown))));
	}

	private static Outcome outcome(Call call, long begin, long begun, @Nullable Object value,
			@Nullable Throwable failure) {
		return new Outcome(call, Duration.ofNanos(begun - begin), Duration.ofNanos(System.nanoTime() - begin), value,
				failure);
	}

	private static @Nullable Throwable failure(@Nullable Throwable thrown) {
		return (thrown instanceof CompletionException && thrown.getCause() != null) ? thrown.getCause() : thrown;
	}

	private static Outcome await(Call call, CompletableFuture<Outcome> outcome) {
		try {
			return outcome.get(NEVER.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new AssertionError("%s has not ended after %d s".formatted(call, NEVER.toSeconds()));
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
