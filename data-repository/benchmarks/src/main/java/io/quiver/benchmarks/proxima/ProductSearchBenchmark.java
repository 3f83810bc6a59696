package io.quiver.benchmarks.proxima;

import org.jspecify.annotations.NullUnmarked;

/**
 * The time of one search.
 *
 * @author Quiver
 * @since 0.1
 */
@NullUnmarked
public class ProductSearchBenchmark extends ProductBenchmark {

	@Override
	int warmCalls() {
		return 10_000;
	}

	@Override
	Object call() {
		return products().nearest(query());
	}

}
