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

	private static final int SMALL_BATCH = 10;

	/** So many small batches are warm-up for each whole one. */
	private static final int SMALL_BATCHES = 100;

	private long id;

	@Override
	int warmCalls() {
		return 100;
	}

	/**
	 * Small batches mostly: what is done once for a call would otherwise be compiled for
	 * minutes.
	 */
	@Override
	void warmCall() {
		for (int i = 0; i < SMALL_BATCHES; i++) {
			save(SMALL_BATCH);
		}
		called();
	}

	@Override
	Object call() {
		return save(BATCH);
	}

	private Object save(int size) {
		List<Product> batch = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			batch.add(Product.of(this.id, vectors()[(int) (this.id % this.rows)]));
			this.id++;
		}
		products().save(batch);
		return batch;
	}

}
