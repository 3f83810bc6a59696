package io.quiver.store.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values come back as they were given.
 *
 * @author Quiver
 */
final class ValuesTopic extends Topic {

	ValuesTopic(RowStore store) {
		super(store);
	}

	private void assertKept(Column column, List<? extends @Nullable Object> values) {
		CollectionSpec spec = this.shape.spec(this.name, column, Shape.vector("vector", 4, Metric.EUCLIDEAN));
		if (this.abilities.shape().objection(spec) != null) {
			return;
		}
		create(spec);
		save(spec, values.size(), (i) -> new @Nullable Object[] { values.get(i), null });
		int position = spec.indexOf(column.name());
		for (int i = 0; i < values.size(); i++) {
			Row row = Objects.requireNonNull(read(spec, i));
			assertThat(row.get(position)).as("value %d of %s", i, column).isEqualTo(values.get(i));
		}
		this.store.drop(spec.name());
	}

	@Behaviour("returns values of every type as they were given, to the last bit")
	void types() {
		for (ColumnType type : ColumnType.values()) {
			assertKept(Shape.value("value", type), SampleValues.of(type));
		}
	}

	@Behaviour("returns lists of every type, and tells an empty one from none")
	void lists() {
		for (ColumnType type : ColumnType.values()) {
			if (type != ColumnType.BINARY) {
				List<Object> values = SampleValues.of(type);
				assertKept(Shape.list("list", type), Arrays.asList(values, List.of(), null, values.subList(0, 1),
						List.of(values.get(0), values.get(0))));
			}
		}
	}

	@Behaviour("returns free metadata with values of every kind")
	void metadata() {
		Map<String, @Nullable Object> all = new HashMap<>();
		all.put("text", "a'b\"c\\d");
		all.put("yes", true);
		all.put("whole", 9007199254740993L);
		all.put("fraction", 0.1);
		all.put("whole fraction", 1.0);
		all.put("time", Instant.parse("2026-01-02T03:04:05.006Z"));
		all.put("texts", List.of("a", "b"));
		all.put("numbers", List.of(1L, 2L));
		all.put("mixed", List.of("a", 1L, 1.5, true));
		all.put("nested", List.of(List.of("a"), List.of(), List.of(List.of(1L))));
		all.put("none", List.of());
		all.put("null", null);
		all.put("dotted.key", "d");
		all.put("", "empty");
		all.put("quote'\"`\\", "q");
		all.put("\u65e5\u672c\ud83d\ude00", "u");
		assertKept(new MapColumn("metadata"),
				Arrays.asList(all, Map.of(), null, Collections.singletonMap("null", null), Map.of("a", 1L)));
	}

	@Behaviour("returns vectors to the last bit, of one dimension and of thousands")
	void vectors() {
		for (int dimension : new int[] { 1, 3, 4096 }) {
			float[] vector = new float[dimension];
			float[] extremes = new float[dimension];
			for (int i = 0; i < dimension; i++) {
				vector[i] = (float) Math.sin(i + 1);
				extremes[i] = new float[] { Float.MIN_VALUE, -0f, 1e-38f, 1e17f, -1e17f }[i % 5];
			}
			CollectionSpec spec = this.shape.spec(this.name, Shape.string("text"),
					Shape.vector("vector", dimension, Metric.EUCLIDEAN));
			if (this.abilities.shape().objection(spec) == null) {
				create(spec);
				save(spec, this.shape.row(1, "a", vector), this.shape.row(2, "b", extremes),
						this.shape.row(3, "c", null));
				assertThat(read(spec, 1)).isEqualTo(this.shape.row(1, "a", vector));
				assertThat(read(spec, 2)).isEqualTo(this.shape.row(2, "b", extremes));
				assertThat(read(spec, 3)).isEqualTo(this.shape.row(3, "c", null));
				this.store.drop(spec.name());
			}
		}
	}

	@Behaviour("returns vectors as given under every metric, not as unit vectors")
	void unnormalised() {
		for (Metric metric : Metric.values()) {
			CollectionSpec spec = this.shape.spec(this.name, Shape.string("text"), Shape.vector("vector", 3, metric));
			if (this.abilities.shape().objection(spec) == null) {
				create(spec);
				Row row = this.shape.row(1, "a", new float[] { 30f, 0.1f, -7f });
				save(spec, row);
				assertThat(read(spec, 1)).isEqualTo(row);
				this.store.drop(spec.name());
			}
		}
	}

	@Behaviour("never finds a row without a vector by it, also after its vector was taken away")
	void withoutVector() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 2, Metric.EUCLIDEAN));
		save(spec, this.shape.row(1, "a", new float[] { 1, 1 }), this.shape.row(2, "b", null),
				this.shape.row(3, "c", new float[] { 2, 2 }));
		save(spec, this.shape.row(3, "c", null));
		NearestRequest request = new NearestRequest(spec, Projection.key(spec), spec.indexOf("vector"),
				new float[] { 0, 0 }, this.shape.everything(), SimilarityRange.all(), 0, 10,
				this.shape.nearestOptions());
		if (this.abilities.nearest().objection(this.shape.everything(), spec) == null
				&& this.abilities.has(Ability.MERGE_NULL)) {
			assertThat(this.store.nearest(request)).extracting(Hit::row).containsExactly(this.shape.row(1));
		}
		assertThat(this.store.get(spec, keysOf(2), Projection.all(spec), SearchOptions.none()))
			.containsExactly(this.shape.row(2, "b", null));
	}

	@Behaviour("takes every text as a value and no part of it as a command")
	void texts() {
		CollectionSpec spec = create(Shape.string("text"), Shape.vector("vector", 2, Metric.EUCLIDEAN));
		List<Object> texts = SampleValues.of(ColumnType.STRING);
		save(spec, texts.size(), (i) -> new @Nullable Object[] { texts.get(i), null });
		for (int i = 0; i < texts.size(); i++) {
			var filter = this.shape.within(Filter.where("text").is(texts.get(i)));
			if (canFind(filter, spec)) {
				assertThat(keys(spec, filter)).as("rows of text %d", i).isEqualTo(keysOf(i));
			}
		}
	}

}
