package io.quiver.store.contract;

import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each mode does with keys that are there and with those that are not.
 *
 * @author Quiver
 */
final class WritesTopic extends Topic {

	private static final float[] VECTOR = { 1, 2, 3, 4 };

	private final CollectionSpec spec;

	WritesTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
	}

	private Row row(int number, @Nullable String text, @Nullable Long size) {
		return this.shape.row(number, text, size, VECTOR);
	}

	private WriteResult merge(Row... rows) {
		int keys = this.spec.keySize();
		int[] columns = new int[keys + 1];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = i;
		}
		return this.store.write(new WriteRequest(this.spec, WriteMode.MERGE, Projection.of(columns), List.of(rows),
				null, WriteOptions.none()));
	}

	private void assertFailures(WriteResult result, Class<? extends Exception> cause, Integer... indexes) {
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(indexes);
		assertThat(result.failures()).allSatisfy((failure) -> {
			assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(failure.cause()).isInstanceOf(cause);
		});
		assertThat(result.affected()).isEqualTo(result.rows() - indexes.length);
	}

	@Behaviour("stores nothing when given nothing")
	void empty() {
		create(this.spec);
		assertThat(write(this.spec, WriteMode.SAVE)).isEqualTo(WriteResult.allStored(0));
	}

	@Behaviour("saves a row whether its key is there or not")
	void saves() {
		create(this.spec);
		assertThat(write(this.spec, WriteMode.SAVE, row(1, "old", 1L))).isEqualTo(WriteResult.allStored(1));
		assertThat(write(this.spec, WriteMode.SAVE, row(1, "new", 2L), row(2, "other", 3L)))
			.isEqualTo(WriteResult.allStored(2));
		assertThat(read(this.spec, 1)).isEqualTo(row(1, "new", 2L));
		assertThat(read(this.spec, 2)).isEqualTo(row(2, "other", 3L));
	}

	@Behaviour("saves a null over a value, or keeps the value where it declares so")
	void savesNull() {
		create(this.spec);
		save(this.spec, row(1, "old", 1L));
		save(this.spec, row(1, null, 2L));
		String kept = (this.abilities.has(Ability.MERGE_NULL)) ? null : "old";
		assertThat(read(this.spec, 1)).isEqualTo(row(1, kept, 2L));
	}

	@Behaviour("stores the last of several rows of one key in a batch")
	void lastWins() {
		create(this.spec);
		save(this.spec, row(1, "first", 1L), row(2, "x", 1L), row(1, "second", 2L), row(1, "third", 3L));
		assertThat(read(this.spec, 1)).isEqualTo(row(1, "third", 3L));
		assertThat(read(this.spec, 2)).isEqualTo(row(2, "x", 1L));
	}

	@Behaviour("stores a batch of many rows")
	void manyRows() {
		create(this.spec);
		save(this.spec, 2500, (i) -> new Object[] { "t" + i, (long) i, VECTOR });
		assertThat(read(this.spec, 0)).isEqualTo(row(0, "t0", 0L));
		assertThat(read(this.spec, 1777)).isEqualTo(row(1777, "t1777", 1777L));
		assertThat(read(this.spec, 2499)).isEqualTo(row(2499, "t2499", 2499L));
	}

	@Behaviour(value = "inserts rows, and fails those whose key is there, leaving what is stored",
			needs = Ability.INSERT)
	void inserts() {
		create(this.spec);
		assertThat(write(this.spec, WriteMode.INSERT, row(1, "a", 1L), row(3, "c", 3L)))
			.isEqualTo(WriteResult.allStored(2));
		WriteResult result = write(this.spec, WriteMode.INSERT, row(0, "z", 0L), row(1, "no", 9L), row(2, "b", 2L),
				row(3, "no", 9L), row(4, "d", 4L));
		assertFailures(result, DuplicateKeyException.class, 1, 3);
		assertThat(List.of(row(0, "z", 0L), row(1, "a", 1L), row(2, "b", 2L), row(3, "c", 3L), row(4, "d", 4L)))
			.allSatisfy((row) -> assertThat(read(this.spec, this.spec.keyOf(row))).isEqualTo(row));
	}

	@Behaviour(value = "inserts the first of two rows of one key and fails the second", needs = Ability.INSERT)
	void insertsTwins() {
		create(this.spec);
		WriteResult result = write(this.spec, WriteMode.INSERT, row(1, "first", 1L), row(2, "b", 2L),
				row(1, "second", 3L));
		assertFailures(result, DuplicateKeyException.class, 2);
		assertThat(read(this.spec, 1)).isEqualTo(row(1, "first", 1L));
	}

	@Behaviour(value = "updates rows that are there, and fails those that are not", needs = Ability.UPDATE)
	void updates() {
		create(this.spec);
		save(this.spec, row(1, "a", 1L), row(3, "c", 3L));
		WriteResult result = write(this.spec, WriteMode.UPDATE, row(0, "no", 0L), row(1, "a2", 11L), row(2, "no", 2L),
				row(3, "c2", 33L));
		assertFailures(result, IncorrectUpdateSemanticsDataAccessException.class, 0, 2);
		assertThat(read(this.spec, 0)).isNull();
		assertThat(read(this.spec, 1)).isEqualTo(row(1, "a2", 11L));
		assertThat(read(this.spec, 2)).isNull();
		assertThat(read(this.spec, 3)).isEqualTo(row(3, "c2", 33L));
	}

	@Behaviour(value = "merges some columns and leaves the others", needs = Ability.MERGE)
	void merges() {
		create(this.spec);
		save(this.spec, row(1, "a", 1L), row(2, "b", 2L));
		WriteResult result = merge(this.shape.row(1, "a2"), this.shape.row(2, "b2"));
		assertThat(result).isEqualTo(WriteResult.allStored(2));
		assertThat(read(this.spec, 1)).isEqualTo(row(1, "a2", 1L));
		assertThat(read(this.spec, 2)).isEqualTo(row(2, "b2", 2L));
	}

	@Behaviour(value = "merges a null as null, or keeps the value where it declares so", needs = Ability.MERGE)
	void mergesNull() {
		create(this.spec);
		save(this.spec, row(1, "a", 1L));
		merge(this.shape.row(1, new @Nullable Object[] { null }));
		String kept = (this.abilities.has(Ability.MERGE_NULL)) ? null : "a";
		assertThat(read(this.spec, 1)).isEqualTo(row(1, kept, 1L));
	}

	@Behaviour(value = "fails to merge into a row that is not there", needs = { Ability.MERGE, Ability.UPDATE })
	void mergesNothing() {
		create(this.spec);
		save(this.spec, row(2, "b", 2L));
		WriteResult result = merge(this.shape.row(1, "no"), this.shape.row(2, "b2"));
		assertFailures(result, IncorrectUpdateSemanticsDataAccessException.class, 0);
		assertThat(read(this.spec, 1)).isNull();
		assertThat(read(this.spec, 2)).isEqualTo(row(2, "b2", 2L));
	}

}
