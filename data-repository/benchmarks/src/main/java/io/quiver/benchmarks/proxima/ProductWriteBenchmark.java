package io.quiver.benchmarks.proxima;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.NullUnmarked;

/**
 * The time of a write of 1,000 rows.
 *
 * @author Quiver
 * @since 0.1
 */
@NullUnmarked
public class ProductWriteBenchmark extends ProductBenchmark {

	private static final int BATCH = 1000;

	private long id;

	@Override
	int warmCalls() {
		return 200;
	}

	@Override
	Object call() {
		List<Product> batch = new ArrayList<>(BATCH);
		for (int i = 0; i < BATCH; i++) {
			batch.add(Product.of(this.id, vectors()[(int) (this.id % this.rows)]));
			this.id++;
		}
		products().save(batch);
		return batch;
	}

}
