package io.quiver.benchmarks.proxima;

import org.jspecify.annotations.NullUnmarked;

/**
 * The time of one asynchronous search, the next one being begun when it has ended.
 *
 * @author Quiver
 * @since 0.1
 */
@NullUnmarked
public class OneAtATimeBenchmark extends ProductBenchmark {

	@Override
	int warmCalls() {
		return 1000;
	}

	@Override
	Object call() {
		return products().nearestAsync(query()).join();
	}

}
