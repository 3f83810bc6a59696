package io.quiver.store.contract;

import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteResult;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows go by key or by condition.
 *
 * @author Quiver
 */
final class DeletesTopic extends Topic {

	private final CollectionSpec spec;

	DeletesTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
	}

	private void fill(int rows) {
		create(this.spec);
		save(this.spec, rows, (i) -> new Object[] { "t", (long) i, new float[] { i, 0, 0, 1 } });
	}

	private void assertDeleted(long reported, long expected) {
		assertThat(reported).isEqualTo((this.abilities.has(Ability.DELETE_COUNT)) ? expected : -1);
	}

	@Behaviour("deletes rows by key, for which a missing one is no failure")
	void byKey() {
		fill(4);
		WriteResult result = this.store.delete(DeleteRequest.of(this.spec, keysOf(1, 99, 3)));
		assertThat(result.rows()).isEqualTo(3);
		assertThat(result.failures()).isEmpty();
		assertThat(result.affected()).isEqualTo((this.abilities.has(Ability.DELETE_COUNT)) ? 2 : 3);
		assertThat(read(this.spec, 0)).isNotNull();
		assertThat(read(this.spec, 1)).isNull();
		assertThat(read(this.spec, 2)).isNotNull();
		assertThat(read(this.spec, 3)).isNull();
	}

	@Behaviour("deletes a key given twice once")
	void twins() {
		fill(2);
		WriteResult result = this.store.delete(DeleteRequest.of(this.spec, keysOf(1, 1)));
		assertThat(result.failures()).isEmpty();
		assertThat(result.affected()).isEqualTo((this.abilities.has(Ability.DELETE_COUNT)) ? 1 : 2);
		assertThat(read(this.spec, 1)).isNull();
	}

	@Behaviour("deletes nothing when given nothing")
	void nothing() {
		fill(1);
		assertThat(this.store.delete(DeleteRequest.of(this.spec, List.of()))).isEqualTo(WriteResult.allStored(0));
		assertThat(read(this.spec, 0)).isNotNull();
	}

	@Behaviour("stores a key again after it was deleted")
	void again() {
		fill(1);
		this.store.delete(DeleteRequest.of(this.spec, keysOf(0)));
		save(this.spec, this.shape.row(0, "again", 1L, null));
		assertThat(read(this.spec, 0)).isEqualTo(this.shape.row(0, "again", 1L, null));
	}

	@Behaviour(value = "deletes every row of a condition, however many, and no other", asks = Asks.DELETE_SOME)
	void byCondition() {
		Filter filter = this.shape.within(where("size").gte(100L));
		fill(2600);
		assertDeleted(this.store.deleteWhere(this.spec, filter, WriteOptions.none()), 2500);
		assertThat(read(this.spec, 99)).isNotNull();
		assertThat(read(this.spec, 100)).isNull();
		assertThat(read(this.spec, 2599)).isNull();
		assertDeleted(this.store.deleteWhere(this.spec, filter, WriteOptions.none()), 0);
	}

	@Behaviour(value = "deletes every row, and takes new ones afterwards", asks = Asks.DELETE_ALL)
	void everything() {
		fill(2500);
		assertDeleted(this.store.deleteWhere(this.spec, this.shape.everything(), WriteOptions.none()), 2500);
		assertThat(read(this.spec, 0)).isNull();
		assertThat(read(this.spec, 2499)).isNull();
		save(this.spec, this.shape.row(7, "new", 7L, null));
		assertThat(read(this.spec, 7)).isNotNull();
	}

}
