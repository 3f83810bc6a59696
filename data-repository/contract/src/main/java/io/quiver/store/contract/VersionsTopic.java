package io.quiver.store.contract;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.RowFailure;

import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions are compared while writing, so that nothing is lost between reading and
 * writing.
 *
 * @author Quiver
 */
final class VersionsTopic extends Topic {

	private final CollectionSpec spec;

	VersionsTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.version("version"), Shape.number("size"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
	}

	private Row row(int number, long version, long size) {
		return this.shape.row(number, version, size, new float[] { 1, 2, 3, 4 });
	}

	private WriteResult update(List<Long> expected, Row... rows) {
		return this.store.write(new WriteRequest(this.spec, WriteMode.UPDATE, Projection.all(this.spec), List.of(rows),
				expected, WriteOptions.none()));
	}

	@Behaviour(value = "updates rows of the version expected, and fails those of another or that are gone",
			needs = { Ability.VERSION, Ability.UPDATE })
	void updates() {
		create(this.spec);
		save(this.spec, row(1, 5, 10), row(2, 7, 20));
		WriteResult result = update(List.of(5L, 6L, 1L), row(1, 6, 11), row(2, 7, 21), row(3, 2, 31));
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1, 2);
		assertThat(result.failures()).extracting(RowFailure::cause)
			.allSatisfy((cause) -> assertThat(cause).isInstanceOf(OptimisticLockingFailureException.class));
		assertThat(result.affected()).isEqualTo(1);
		assertThat(read(this.spec, 1)).isEqualTo(row(1, 6, 11));
		assertThat(read(this.spec, 2)).isEqualTo(row(2, 7, 20));
		assertThat(read(this.spec, 3)).isNull();
	}

	@Behaviour(value = "compares the second of two updates of one key with what the first stored",
			needs = { Ability.VERSION, Ability.UPDATE })
	void updatesTwins() {
		create(this.spec);
		save(this.spec, row(1, 1, 0));
		WriteResult result = update(List.of(1L, 2L, 1L), row(1, 2, 1), row(1, 3, 2), row(1, 2, 9));
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(2);
		assertThat(read(this.spec, 1)).isEqualTo(row(1, 3, 2));
	}

	@Behaviour(value = "updates without versions where none are expected", needs = { Ability.VERSION, Ability.UPDATE })
	void updatesUnversioned() {
		create(this.spec);
		save(this.spec, row(1, 5, 10));
		assertThat(write(this.spec, WriteMode.UPDATE, row(1, 1, 11)).failures()).isEmpty();
		assertThat(read(this.spec, 1)).isEqualTo(row(1, 1, 11));
	}

	@Behaviour(value = "merges into the version expected only", needs = { Ability.VERSION, Ability.MERGE })
	void merges() {
		create(this.spec);
		save(this.spec, row(1, 5, 10), row(2, 5, 20));
		int keys = this.spec.keySize();
		int[] columns = new int[keys + 2];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = i;
		}
		WriteResult result = this.store.write(new WriteRequest(this.spec, WriteMode.MERGE, Projection.of(columns),
				List.of(this.shape.row(1, 6L, 11L), this.shape.row(2, 6L, 21L)), List.of(5L, 4L), WriteOptions.none()));
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1);
		assertThat(result.failures().get(0).cause()).isInstanceOf(OptimisticLockingFailureException.class);
		assertThat(read(this.spec, 1)).isEqualTo(row(1, 6, 11));
		assertThat(read(this.spec, 2)).isEqualTo(row(2, 5, 20));
	}

	@Behaviour(value = "deletes the version expected only", needs = Ability.VERSION)
	void deletes() {
		create(this.spec);
		save(this.spec, row(1, 5, 10), row(2, 5, 20));
		WriteResult result = this.store
			.delete(new DeleteRequest(this.spec, keysOf(1, 2, 3), List.of(5L, 4L, 1L), WriteOptions.none()));
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1, 2);
		assertThat(result.failures()).extracting(RowFailure::cause)
			.allSatisfy((cause) -> assertThat(cause).isInstanceOf(OptimisticLockingFailureException.class));
		assertThat(read(this.spec, 1)).isNull();
		assertThat(read(this.spec, 2)).isEqualTo(row(2, 5, 20));
	}

	@Behaviour(value = "loses no increment of many threads", needs = { Ability.VERSION, Ability.UPDATE })
	void increments() {
		create(this.spec);
		save(this.spec, row(1, 0, 0));
		AtomicInteger conflicts = new AtomicInteger();
		Threads.run(8, (thread) -> {
			for (int done = 0; done < 10;) {
				Row read = Objects.requireNonNull(read(this.spec, 1));
				long version = (Long) Objects.requireNonNull(read.get(this.spec.versionColumn()));
				if (update(List.of(version), row(1, version + 1, version + 1)).failures().isEmpty()) {
					done++;
				}
				else {
					conflicts.incrementAndGet();
				}
			}
		});
		assertThat(read(this.spec, 1)).as("after %s conflicts", conflicts).isEqualTo(row(1, 80, 80));
	}

}
