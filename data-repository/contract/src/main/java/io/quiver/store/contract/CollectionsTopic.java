package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Collections come, are described and go.
 *
 * @author Quiver
 */
final class CollectionsTopic extends Topic {

	private static final List<String> HOSTILE_NAMES = List.of("../x", "..", ".", "", " ", "a/b", "a\\b", "/etc/x",
			"a'b", "a\"b", "a`b", "a.b", "a b", "x; DROP TABLE y", "%2e%2e%2fx", "CON", "a\u0000b", "a\nb",
			"na\u00efve-\u65e5\u672c-\ud83d\ude00", "n".repeat(300));

	CollectionsTopic(RowStore store) {
		super(store);
	}

	@Behaviour("describes a collection as it was created")
	void describes() {
		CollectionSpec spec = create(Shape.string("text"), Shape.number("size"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
		assertThat(this.store.describe(spec)).isEqualTo(spec);
		assertThat(this.store.describe(this.name)).extracting(CollectionSpec::name).isEqualTo(this.name);
	}

	@Behaviour("describes no collection that is not there")
	void describesNothing() {
		assertThat(this.store.describe(this.name)).isNull();
		assertThat(this.store.describe(this.shape.spec(this.name, Shape.string("text")))).isNull();
	}

	@Behaviour("creates a collection again without touching its rows")
	void createsTwice() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		save(spec, this.shape.row(1, "kept", new float[] { 1, 2, 3, 4 }));
		this.store.create(spec);
		assertThat(read(spec, 1)).isNotNull();
	}

	@Behaviour("refuses to create a collection that is there with another shape")
	void refusesAnotherShape() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		CollectionSpec other = this.shape.spec(this.name, Shape.string("text"),
				Shape.vector("vector", 8, Metric.EUCLIDEAN));
		if (!Objects.equals(other, this.store.describe(other))) {
			assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
				.isThrownBy(() -> this.store.create(other))
				.withMessageContaining(this.name);
		}
		assertThat(this.store.describe(spec)).isEqualTo(spec);
	}

	@Behaviour("creates a collection once for many threads")
	void createsConcurrently() {
		CollectionSpec spec = this.shape.spec(this.name, Shape.string("text"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
		Threads.run(8, (thread) -> create(spec));
		assertThat(this.store.collections()).containsOnlyOnce(this.name);
	}

	@Behaviour("lists collections by name and no longer after they are dropped")
	void listsAndDrops() {
		create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		assertThat(this.store.collections()).contains(this.name).isSorted();
		assertThat(this.store.drop(this.name)).isTrue();
		assertThat(this.store.collections()).doesNotContain(this.name);
		assertThat(this.store.drop(this.name)).isFalse();
	}

	@Behaviour("is empty when a dropped collection is created again")
	void startsAnew() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		save(spec, this.shape.row(1, "old", new float[] { 1, 2, 3, 4 }));
		this.store.drop(this.name);
		CollectionSpec other = create(Shape.number("size"), Shape.vector("vector", 2, Metric.EUCLIDEAN));
		assertThat(read(other, 1)).isNull();
	}

	@Behaviour("answers every call on a missing collection with one error")
	void missingCollection() {
		CollectionSpec spec = this.shape.spec(this.name, Shape.string("text"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN));
		missing(() -> write(spec, WriteMode.SAVE, this.shape.row(1, "a", null)));
		missing(() -> this.store.delete(DeleteRequest.of(spec, keysOf(1))));
		missing(() -> this.store.get(spec, keysOf(1), Projection.all(spec), SearchOptions.none()));
		missing(() -> this.store.stats(this.name));
		if (canFind(this.shape.everything(), spec)) {
			missing(() -> keys(spec, this.shape.everything()));
		}
		if (this.abilities.delete().objection(this.shape.everything(), spec) == null) {
			missing(() -> this.store.deleteWhere(spec, this.shape.everything(), WriteOptions.none()));
		}
	}

	private void missing(Runnable call) {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(call::run)
			.withMessageContaining(this.name);
	}

	@Behaviour("tells either the right number of rows or none in its figures")
	void stats() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		save(spec, 7, (i) -> new Object[] { "t", new float[] { i, 0, 0, 1 } });
		this.store.delete(DeleteRequest.of(spec, keysOf(0, 1)));
		assertThat(this.store.stats(this.name).rows()).isIn(null, 5L);
	}

	@Behaviour(value = "adds columns that are null in the rows that are there", needs = Ability.ADD_COLUMNS)
	void addsColumns() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		save(spec, this.shape.row(1, "old", new float[] { 1, 2, 3, 4 }));
		CollectionSpec wider = this.shape.spec(this.name, Shape.string("text"),
				Shape.vector("vector", 4, Metric.EUCLIDEAN), Shape.number("size"));
		this.store.addColumns(wider);
		save(wider, this.shape.row(2, "new", new float[] { 4, 3, 2, 1 }, 5L));
		assertThat(this.store.describe(wider)).isEqualTo(wider);
		assertThat(read(wider, 1)).isEqualTo(this.shape.row(1, "old", new float[] { 1, 2, 3, 4 }, null));
		assertThat(read(wider, 2)).isEqualTo(this.shape.row(2, "new", new float[] { 4, 3, 2, 1 }, 5L));
	}

	@Behaviour("keeps rows of two collections apart")
	void collectionsAreApart() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		CollectionSpec other = create(
				this.shape.spec(this.name + "_b", Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN)));
		save(spec, this.shape.row(1, "a", new float[] { 1, 2, 3, 4 }));
		assertThat(read(other, 1)).isNull();
		this.store.drop(other.name());
		assertThat(read(spec, 1)).isNotNull();
	}

	@Behaviour("works with any name, or refuses it clearly")
	void hostileNames() {
		List<String> accepted = new ArrayList<>();
		List<String> before = this.store.collections();
		for (String hostile : HOSTILE_NAMES) {
			Column[] columns = { Shape.string("text"), Shape.vector("vector", 4, Metric.EUCLIDEAN) };
			CollectionSpec spec = this.shape.spec(hostile, columns);
			try {
				create(spec);
			}
			catch (NonTransientDataAccessException ex) {
				assertThat(ex.getMessage()).as("why '%s' is refused", hostile).isNotBlank();
				continue;
			}
			accepted.add(hostile);
			Row row = this.shape.row(1, hostile, new float[] { 1, 2, 3, 4 });
			save(spec, row);
			assertThat(read(spec, 1)).as("the row of '%s'", hostile).isEqualTo(row);
			assertThat(Objects.requireNonNull(this.store.describe(hostile)).name()).isEqualTo(hostile);
		}
		List<String> expected = new ArrayList<>(before);
		expected.addAll(accepted);
		assertThat(this.store.collections()).containsExactlyInAnyOrderElementsOf(expected);
		accepted.forEach((each) -> assertThat(this.store.drop(each)).isTrue());
		assertThat(this.store.collections()).isEqualTo(before);
	}

}
