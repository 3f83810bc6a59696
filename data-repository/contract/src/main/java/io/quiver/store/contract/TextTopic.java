package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows are found by their words, alone or with nearness. Only what every analyser agrees
 * on is asked for: whole words, whatever their case.
 *
 * @author Quiver
 */
final class TextTopic extends Topic {

	private final CollectionSpec spec;

	TextTopic(RowStore store) {
		super(store);
		this.spec = this.shape.spec(this.name, Shape.fullText("title"), Shape.fullText("body"), Shape.number("size"),
				Shape.vector("vector", 2, Metric.EUCLIDEAN));
	}

	private void fill() {
		create(this.spec);
		save(this.spec, this.shape.row(0, "Harbour", "the quick brown fox", 0L, new float[] { 0, 0 }),
				this.shape.row(1, "Mountain", "a quick meal", 1L, new float[] { 1, 0 }),
				this.shape.row(2, "Fox", "sleeping animals", 2L, new float[] { 2, 0 }),
				this.shape.row(3, null, null, 3L, new float[] { 3, 0 }),
				this.shape.row(4, "River", "water, water everywhere", 4L, null));
	}

	private List<Key> rank(String text, @Nullable Filter filter, int offset, int limit, String... columns) {
		List<Integer> positions = List.of(columns).stream().map(this.spec::indexOf).toList();
		List<Hit> hits = this.store.rank(new RankRequest(this.spec, Projection.key(this.spec), positions, text, null, 0,
				filter, offset, limit, SearchOptions.none()));
		assertThat(hits).extracting(Hit::score).isSortedAccordingTo((left, right) -> Double.compare(right, left));
		return hits.stream().map((hit) -> this.spec.keyOf(hit.row())).toList();
	}

	private List<Key> fuse(String text, double alpha, float[] vector, @Nullable Filter filter) {
		NearestRequest nearest = new NearestRequest(this.spec, Projection.key(this.spec), this.spec.indexOf("vector"),
				vector, filter, SimilarityRange.all(), 0, 10, SearchOptions.none());
		return this.store
			.rank(new RankRequest(this.spec, Projection.key(this.spec), List.of(this.spec.indexOf("body")), text,
					nearest, alpha, filter, 0, 10, SearchOptions.none()))
			.stream()
			.map((hit) -> this.spec.keyOf(hit.row()))
			.toList();
	}

	@Behaviour(value = "finds rows that have at least one word, those with more of them first", needs = Ability.TEXT)
	void words() {
		fill();
		assertThat(rank("quick fox", this.shape.everything(), 0, 10, "body")).isEqualTo(keysOf(0, 1));
		assertThat(rank("FOX", this.shape.everything(), 0, 10, "body")).isEqualTo(keysOf(0));
		assertThat(rank("elephant", this.shape.everything(), 0, 10, "body")).isEmpty();
	}

	@Behaviour(value = "looks into each column that it is told", needs = Ability.TEXT)
	void columns() {
		fill();
		assertThat(rank("fox", this.shape.everything(), 0, 10, "title")).isEqualTo(keysOf(2));
		assertThat(rank("fox", this.shape.everything(), 0, 10, "title", "body"))
			.containsExactlyInAnyOrderElementsOf(keysOf(0, 2));
	}

	@Behaviour(value = "ranks only rows that satisfy the filter", needs = Ability.TEXT)
	void filtered() {
		fill();
		Filter filter = this.shape.within(where("size").gt(0L));
		if (this.abilities.nearest().objection(filter, this.spec) == null) {
			assertThat(rank("quick", filter, 0, 10, "body")).isEqualTo(keysOf(1));
		}
	}

	@Behaviour(value = "pages through the hits", needs = Ability.TEXT)
	void pages() {
		fill();
		assertThat(rank("quick fox", this.shape.everything(), 0, 1, "body")).isEqualTo(keysOf(0));
		assertThat(rank("quick fox", this.shape.everything(), 1, 1, "body")).isEqualTo(keysOf(1));
		assertThat(rank("quick fox", this.shape.everything(), 2, 1, "body")).isEmpty();
	}

	@Behaviour(value = "takes no character of a text as an operator", needs = Ability.TEXT)
	void operators() {
		fill();
		for (String text : List.of("", "   ", "\"", "fox\"", "+fox -fox", "body:fox", "fox*", "(fox",
				"fox^2 OR [a TO b]", "!fox && ||", "'; DROP TABLE x; --", "\\", "fo\u0000x", "x ".repeat(3000),
				"\ud83d\ude00")) {
			assertThat(rank(text, this.shape.everything(), 0, 10, "body")).isSubsetOf(keysOf(0, 1, 2));
		}
		assertThat(rank("-fox", this.shape.everything(), 0, 10, "body")).isEqualTo(keysOf(0));
	}

	@Behaviour(value = "filters by words, also negated", needs = Ability.TEXT)
	void matches() {
		fill();
		for (String text : List.of("fox meal", "Quick", "elephant", "water")) {
			Filter filter = this.shape.within(where("body").matches(text));
			Filter negated = this.shape.within(Filter.not(where("body").matches(text)));
			if (canFind(filter, this.spec) && canFind(negated, this.spec)) {
				List<Key> expected = switch (text) {
					case "elephant" -> List.of();
					case "water" -> keysOf(4);
					default -> keysOf(0, 1);
				};
				List<Key> others = new ArrayList<>(keysOf(0, 1, 2, 3, 4));
				others.removeAll(expected);
				assertThat(keys(this.spec, filter)).as(text).isEqualTo(expected);
				assertThat(keys(this.spec, negated)).as("not " + text).isEqualTo(others);
			}
		}
	}

	@Behaviour(value = "finds a row by its new words and no longer by its old ones", needs = Ability.TEXT)
	void changed() {
		fill();
		save(this.spec, this.shape.row(0, "Harbour", "ships only", 0L, new float[] { 0, 0 }));
		assertThat(rank("fox", this.shape.everything(), 0, 10, "body")).isEmpty();
		assertThat(rank("ships", this.shape.everything(), 0, 10, "body")).isEqualTo(keysOf(0));
	}

	@Behaviour(value = "ranks by text alone at alpha 0 and by nearness alone at alpha 1", needs = Ability.HYBRID)
	void ends() {
		fill();
		float[] vector = { 3, 0 };
		assertThat(fuse("quick fox", 0, vector, this.shape.everything())).startsWith(this.shape.key(0),
				this.shape.key(1));
		assertThat(fuse("quick fox", 1, vector, this.shape.everything()).subList(0, 4)).isEqualTo(keysOf(3, 2, 1, 0));
	}

	@Behaviour(value = "puts a row first that is best by both", needs = Ability.HYBRID)
	void fused() {
		fill();
		assertThat(fuse("brown fox", 0.5, new float[] { 0, 0 }, this.shape.everything())).startsWith(this.shape.key(0))
			.doesNotHaveDuplicates();
	}

	@Behaviour(value = "fuses only rows that satisfy the filter", needs = Ability.HYBRID)
	void fusedFiltered() {
		fill();
		Filter filter = this.shape.within(where("size").gte(1L));
		if (this.abilities.nearest().objection(filter, this.spec) == null) {
			assertThat(fuse("quick fox", 0.5, new float[] { 0, 0 }, filter)).isNotEmpty()
				.isSubsetOf(keysOf(1, 2, 3, 4));
		}
	}

}
