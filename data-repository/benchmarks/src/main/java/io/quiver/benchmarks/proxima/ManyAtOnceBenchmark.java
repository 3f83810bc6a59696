package io.quiver.benchmarks.proxima;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The time of one of 64 asynchronous searches that one thread begins at once.
 *
 * @author Quiver
 * @since 0.1
 */
@OperationsPerInvocation(ManyAtOnceBenchmark.MANY)
@NullUnmarked
public class ManyAtOnceBenchmark extends ProductBenchmark {

	static final int MANY = 64;

	@Override
	int warmCalls() {
		return 100;
	}

	@Override
	Object call() {
		CompletableFuture<?>[] calls = new CompletableFuture<?>[MANY];
		for (int i = 0; i < MANY; i++) {
			calls[i] = products().nearestAsync(query());
		}
		CompletableFuture.allOf(calls).join();
		return calls;
	}

}
