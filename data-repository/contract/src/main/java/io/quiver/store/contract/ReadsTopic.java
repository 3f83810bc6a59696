package io.quiver.store.contract;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows are read by key.
 *
 * @author Quiver
 */
final class ReadsTopic extends Topic {

	private final CollectionSpec spec;

	ReadsTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
	}

	private void fill(int rows) {
		create(this.spec);
		save(this.spec, rows, (i) -> new Object[] { "t" + i, (long) i, new float[] { i, 0, 0, 1 } });
	}

	private List<@Nullable Row> get(Projection projection, List<Key> keys) {
		return this.store.get(this.spec, keys, projection, SearchOptions.none());
	}

	@Behaviour("returns one place for each key in the order given, null where there is no row")
	void order() {
		fill(5);
		List<@Nullable Row> rows = get(Projection.key(this.spec), keysOf(3, 99, 0, 3, 4));
		assertThat(rows).containsExactly(this.shape.row(3), null, this.shape.row(0), this.shape.row(3),
				this.shape.row(4));
	}

	@Behaviour("returns nothing when asked for nothing")
	void nothing() {
		fill(1);
		assertThat(get(Projection.all(this.spec), List.of())).isEmpty();
	}

	@Behaviour("returns just the columns wanted, in the order wanted")
	void projection() {
		fill(2);
		int text = this.spec.indexOf("text");
		int size = this.spec.indexOf("size");
		assertThat(get(Projection.of(size, text), keysOf(1))).containsExactly(Row.of(1L, "t1"));
		assertThat(get(Projection.of(text), keysOf(1))).containsExactly(Row.of("t1"));
		assertThat(get(Projection.of(size, 0, size), keysOf(1)))
			.containsExactly(Row.of(1L, this.shape.key(1).parts().get(0), 1L));
		assertThat(get(Projection.of(), keysOf(1, 99))).containsExactly(Row.of(), null);
	}

	@Behaviour("reads many rows at once")
	void many() {
		fill(1500);
		int[] odd = IntStream.range(0, 1500).filter((i) -> i % 2 == 1).toArray();
		List<@Nullable Row> rows = get(Projection.of(this.spec.indexOf("size")), keysOf(odd));
		assertThat(rows).hasSize(750)
			.allSatisfy((row) -> assertThat(row).isNotNull())
			.extracting((row) -> (row != null) ? row.get(0) : null)
			.isEqualTo(IntStream.of(odd).mapToObj((i) -> (Object) (long) i).toList());
	}

	@Behaviour("reads what it just wrote, again and again")
	void readYourOwnWrite() {
		create(this.spec);
		for (long i = 0; i < 50; i++) {
			Row row = this.shape.row(1, "t" + i, i, new float[] { i, 0, 0, 1 });
			save(this.spec, row);
			assertThat(read(this.spec, 1)).isEqualTo(row);
			if (canFind(this.shape.everything(), this.spec)) {
				assertThat(keys(this.spec, this.shape.everything())).isEqualTo(keysOf(1));
			}
		}
	}

}
