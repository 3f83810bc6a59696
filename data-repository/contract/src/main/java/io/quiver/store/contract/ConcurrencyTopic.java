package io.quiver.store.contract;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads use one store.
 *
 * @author Quiver
 */
final class ConcurrencyTopic extends Topic {

	private static final int THREADS = 8;

	private final CollectionSpec spec;

	ConcurrencyTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 2, Metric.EUCLIDEAN));
	}

	private Row row(int number) {
		return this.shape.row(number, "t" + number, (long) number, new float[] { number, 1 });
	}

	private NearestRequest nearest() {
		return new NearestRequest(this.spec, Projection.all(this.spec), this.spec.indexOf("vector"),
				new float[] { 10, 1 }, this.shape.everything(), SimilarityRange.all(), 0, 10,
				this.shape.nearestOptions());
	}

	private boolean canSearch() {
		return this.abilities.nearest().objection(this.shape.everything(), this.spec) == null;
	}

	@Behaviour("loses no row of many threads that write, read, search and delete")
	void mixed() {
		create(this.spec);
		Threads.run(THREADS, (thread) -> {
			for (int i = 0; i < 40; i++) {
				int number = thread * 1000 + i;
				save(this.spec, row(number));
				assertThat(read(this.spec, number)).isEqualTo(row(number));
				if (canSearch()) {
					assertThat(this.store.nearest(nearest())).isNotEmpty();
				}
				if (i % 4 == 0) {
					this.store.delete(DeleteRequest.of(this.spec, keysOf(number)));
					assertThat(read(this.spec, number)).isNull();
				}
			}
		});
		for (int thread = 0; thread < THREADS; thread++) {
			for (int i = 0; i < 40; i++) {
				int number = thread * 1000 + i;
				assertThat(read(this.spec, number)).isEqualTo((i % 4 == 0) ? null : row(number));
			}
		}
	}

	@Behaviour(value = "lets exactly one of many threads insert a key", needs = Ability.INSERT)
	void oneInsertWins() {
		create(this.spec);
		for (int round = 0; round < 10; round++) {
			int number = round;
			AtomicInteger winner = new AtomicInteger(-1);
			AtomicInteger stored = new AtomicInteger();
			Threads.run(THREADS, (thread) -> {
				Row row = this.shape.row(number, "t", (long) thread, new float[] { 1, 1 });
				if (write(this.spec, WriteMode.INSERT, row).failures().isEmpty()) {
					winner.set(thread);
					stored.incrementAndGet();
				}
			});
			assertThat(stored).hasValue(1);
			assertThat(Objects.requireNonNull(read(this.spec, number)).get(this.spec.indexOf("size")))
				.isEqualTo((long) winner.get());
		}
	}

	@Behaviour("never shows half of a row")
	void wholeRows() {
		create(this.spec);
		save(this.spec, this.shape.row(0, "0", 0L, new float[] { 0, 0 }));
		Threads.run(THREADS, (thread) -> {
			for (int i = 1; i <= 40; i++) {
				if (thread % 2 == 0) {
					save(this.spec, this.shape.row(0, Integer.toString(i), (long) i, new float[] { i, i }));
				}
				else {
					Row row = Objects.requireNonNull(read(this.spec, 0));
					long size = (Long) Objects.requireNonNull(row.get(this.spec.indexOf("size")));
					assertThat(row).isEqualTo(this.shape.row(0, Long.toString(size), size, new float[] { size, size }));
				}
			}
		});
	}

	@Behaviour("does the same without keeping the caller waiting")
	void asynchronous() throws ExecutionException, InterruptedException, TimeoutException {
		create(this.spec);
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			CompletableFuture<WriteResult> written = this.store
				.writeAsync(WriteRequest.of(this.spec, WriteMode.SAVE, List.of(row(1), row(2))), executor);
			assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(WriteResult.allStored(2));
			if (canSearch()) {
				assertThat(this.store.nearestAsync(nearest(), executor).get(30, TimeUnit.SECONDS)).extracting(Hit::row)
					.containsExactly(row(2), row(1));
			}
			if (canFind(this.shape.everything(), this.spec)) {
				var request = new FindRequest(this.spec, Projection.all(this.spec), this.shape.everything(), List.of(),
						0, 10, null, SearchOptions.none());
				assertThat(this.store.findAsync(request, executor).get(30, TimeUnit.SECONDS)).containsExactly(row(1),
						row(2));
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

}
