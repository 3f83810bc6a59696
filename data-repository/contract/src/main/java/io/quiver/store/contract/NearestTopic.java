package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Neighbours come in the order of mathematics, with its scores.
 *
 * @author Quiver
 */
final class NearestTopic extends Topic {

	private static final Percentage EXACT = Percentage.withPercentage(0.001);

	private final ReferenceStore reference = new ReferenceStore("reference");

	NearestTopic(RowStore store) {
		super(store);
	}

	/** The metrics of which the store takes vectors of this dimension. */
	private List<Metric> metrics(int dimension) {
		return List.of(Metric.values())
			.stream()
			.filter((metric) -> this.abilities.shape().objection(spec(dimension, metric)) == null)
			.filter((metric) -> this.abilities.nearest()
				.objection(this.shape.everything(), spec(dimension, metric)) == null)
			.toList();
	}

	private CollectionSpec spec(int dimension, Metric metric) {
		return this.shape.spec(this.name, Shape.number("size"), Shape.vector("vector", dimension, metric));
	}

	private static float[] vector(int dimension, Random random) {
		float[] vector = new float[dimension];
		for (int i = 0; i < dimension; i++) {
			vector[i] = (float) random.nextGaussian();
		}
		return vector;
	}

	private CollectionSpec fill(int rows, int dimension, Metric metric) {
		Random random = new Random(7);
		CollectionSpec spec = create(spec(dimension, metric));
		List<Row> all = new ArrayList<>();
		for (int i = 0; i < rows; i++) {
			all.add(this.shape.row(i, (long) i, vector(dimension, random)));
		}
		save(spec, all);
		this.reference.drop(this.name);
		this.reference.create(spec);
		this.reference.write(WriteRequest.of(spec, WriteMode.SAVE, all));
		return spec;
	}

	private NearestRequest request(CollectionSpec spec, float[] vector, @Nullable Filter filter, int offset,
			int limit) {
		return request(spec, vector, filter, SimilarityRange.all(), offset, limit, this.shape.nearestOptions());
	}

	private static NearestRequest request(CollectionSpec spec, float[] vector, @Nullable Filter filter,
			SimilarityRange range, int offset, int limit, SearchOptions options) {
		return new NearestRequest(spec, Projection.all(spec), spec.indexOf("vector"), vector, filter, range, offset,
				limit, options);
	}

	private static List<Key> keys(CollectionSpec spec, List<Hit> hits) {
		return hits.stream().map((hit) -> spec.keyOf(hit.row())).toList();
	}

	private void assertScores(CollectionSpec spec, Metric metric, float[] vector, List<Hit> hits) {
		int column = spec.indexOf("vector");
		double last = Double.NaN;
		for (Hit hit : hits) {
			float[] found = (float[]) Objects.requireNonNull(hit.row().get(column));
			double score = metric.rawScore(vector, found);
			if (Math.abs(score) > 1e-3) {
				assertThat(hit.score()).as("score of %s", metric).isCloseTo(score, EXACT);
			}
			else {
				assertThat(hit.score()).as("score of %s", metric).isCloseTo(score, Offset.offset(1e-5));
			}
			if (!Double.isNaN(last)) {
				assertThat((metric == Metric.EUCLIDEAN) ? hit.score() - last : last - hit.score())
					.as("order of %s", metric)
					.isGreaterThanOrEqualTo(0);
			}
			last = hit.score();
		}
	}

	@Behaviour(value = "finds the nearest rows in order, with the score of each metric", asks = Asks.NEIGHBOURS)
	void scores() {
		for (int dimension : new int[] { 1, 2, 16, 384 }) {
			for (Metric metric : metrics(dimension)) {
				CollectionSpec spec = fill(60, dimension, metric);
				float[] vector = vector(dimension, new Random(1));
				NearestRequest request = request(spec, vector, this.shape.everything(), 0, 10);
				List<Hit> hits = this.store.nearest(request);
				assertScores(spec, metric, vector, hits);
				assertSimilarities(metric, hits, this.reference.nearest(request));
				this.store.drop(this.name);
			}
		}
	}

	/** Rows may be tied, so that their similarities are compared and not their keys. */
	private static void assertSimilarities(Metric metric, List<Hit> hits, List<Hit> expected) {
		assertThat(hits).hasSameSizeAs(expected);
		for (int i = 0; i < hits.size(); i++) {
			assertThat(metric.toSimilarity(hits.get(i).score())).as("similarity %d of %s", i, metric)
				.isCloseTo(metric.toSimilarity(expected.get(i).score()), Offset.offset(1e-5));
		}
	}

	@Behaviour(value = "finds nine of ten true neighbours among thousands of rows", asks = Asks.NEIGHBOURS)
	void recall() {
		for (Metric metric : metrics(16)) {
			CollectionSpec spec = fill(2000, 16, metric);
			int found = 0;
			for (int query = 0; query < 20; query++) {
				NearestRequest request = request(spec, vector(16, new Random(query)), this.shape.everything(), 0, 10);
				List<Key> expected = keys(spec, this.reference.nearest(request));
				found += (int) keys(spec, this.store.nearest(request)).stream().filter(expected::contains).count();
			}
			assertThat(found).as("true neighbours of %s among 200", metric).isGreaterThanOrEqualTo(180);
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "gives equal vectors a similarity of one, except under inner product", asks = Asks.NEIGHBOURS)
	void equalVectors() {
		for (Metric metric : metrics(16)) {
			if (metric != Metric.INNER_PRODUCT) {
				CollectionSpec spec = fill(30, 16, metric);
				float[] vector = (float[]) Objects
					.requireNonNull(Objects.requireNonNull(read(spec, 11)).get(spec.indexOf("vector")));
				Hit hit = this.store.nearest(request(spec, vector, this.shape.everything(), 0, 1)).get(0);
				assertThat(spec.keyOf(hit.row())).isEqualTo(this.shape.key(11));
				assertThat(metric.toSimilarity(hit.score())).isCloseTo(1, Offset.offset(1e-5));
				this.store.drop(this.name);
			}
		}
	}

	@Behaviour(value = "finds rows by inner product also where all products are negative", asks = Asks.NEIGHBOURS)
	void negativeProducts() {
		if (metrics(2).contains(Metric.INNER_PRODUCT)) {
			CollectionSpec spec = create(spec(2, Metric.INNER_PRODUCT));
			save(spec, 20, (i) -> new Object[] { (long) i, new float[] { -1 - i, -1 } });
			float[] vector = { 3, 1 };
			List<Hit> hits = this.store.nearest(request(spec, vector, this.shape.everything(), 0, 5));
			assertThat(keys(spec, hits)).isEqualTo(keysOf(0, 1, 2, 3, 4));
			assertScores(spec, Metric.INNER_PRODUCT, vector, hits);
		}
	}

	@Behaviour(value = "finds all rows, and no more, when asked for more than there are", asks = Asks.NEIGHBOURS)
	void moreThanThereAre() {
		for (Metric metric : metrics(4)) {
			CollectionSpec spec = fill(12, 4, metric);
			List<Hit> hits = this.store
				.nearest(request(spec, new float[] { 1, 2, 3, 4 }, this.shape.everything(), 0, 500));
			assertThat(keys(spec, hits)).hasSize(12).doesNotHaveDuplicates();
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds nothing in an empty collection", asks = Asks.NEIGHBOURS)
	void nothing() {
		for (Metric metric : metrics(4)) {
			CollectionSpec spec = create(spec(4, metric));
			assertThat(this.store.nearest(request(spec, new float[] { 1, 2, 3, 4 }, this.shape.everything(), 0, 5)))
				.isEmpty();
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "leaves out the nearest when told an offset, also all of them", asks = Asks.NEIGHBOURS)
	void offset() {
		for (Metric metric : metrics(4)) {
			CollectionSpec spec = fill(40, 4, metric);
			float[] vector = { 1, -2, 3, 0.5f };
			List<Key> all = keys(spec, this.store.nearest(request(spec, vector, this.shape.everything(), 0, 40)));
			assertThat(keys(spec, this.store.nearest(request(spec, vector, this.shape.everything(), 5, 10))))
				.isEqualTo(all.subList(5, 15));
			assertThat(this.store.nearest(request(spec, vector, this.shape.everything(), 40, 10))).isEmpty();
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds all it is asked for among the few rows that a filter leaves",
			asks = Asks.FILTERED_NEIGHBOURS)
	void filtered() {
		for (Metric metric : metrics(16)) {
			CollectionSpec spec = fill(2000, 16, metric);
			for (long rows : new long[] { 1, 12, 200, 1900 }) {
				Filter filter = this.shape.within(where("size").lt(rows));
				if (this.abilities.nearest().objection(filter, spec) == null) {
					NearestRequest request = request(spec, vector(16, new Random(3)), filter, 0, 10);
					List<Hit> hits = this.store.nearest(request);
					assertThat(hits).hasSize((int) Math.min(10, rows))
						.allSatisfy((hit) -> assertThat((Long) hit.row().get(spec.indexOf("size"))).isLessThan(rows));
					if (rows <= 12) {
						assertSimilarities(metric, hits, this.reference.nearest(request));
					}
				}
			}
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds rows of equal vectors each once", asks = Asks.FILTERED_NEIGHBOURS)
	void ties() {
		for (Metric metric : metrics(2)) {
			CollectionSpec spec = create(spec(2, metric));
			save(spec, 30, (i) -> new Object[] { (long) i, (i < 20) ? new float[] { 1, 1 } : new float[] { -5, i } });
			List<Hit> hits = this.store.nearest(
					request(spec, new float[] { 1, 1 }, this.shape.within(Filter.and(where("size").lt(20L))), 0, 20));
			assertThat(keys(spec, hits)).hasSize(20).doesNotHaveDuplicates();
			assertThat(hits).extracting(Hit::score)
				.allSatisfy((score) -> assertThat(score).isCloseTo(hits.get(0).score(), Offset.offset(1e-6)));
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "accepts only similarities of a range", asks = Asks.NEIGHBOURS)
	void ranges() {
		for (Metric metric : metrics(8)) {
			CollectionSpec spec = fill(80, 8, metric);
			float[] vector = vector(8, new Random(5));
			List<Double> all = this.reference.nearest(request(spec, vector, this.shape.everything(), 0, 80))
				.stream()
				.map((hit) -> metric.toSimilarity(hit.score()))
				.toList();
			double high = (all.get(9) + all.get(10)) / 2;
			double low = (all.get(29) + all.get(30)) / 2;
			for (SimilarityRange range : List.of(new SimilarityRange(high, true, 1, true),
					new SimilarityRange(low, true, high, true), new SimilarityRange(low, false, high, false),
					new SimilarityRange(0, true, low, true), new SimilarityRange(1, true, 1, true))) {
				List<Double> expected = all.stream().filter(range::contains).toList();
				List<Hit> hits = this.store
					.nearest(request(spec, vector, this.shape.everything(), range, 0, 80, this.shape.nearestOptions()));
				assertThat(hits.stream().map((hit) -> metric.toSimilarity(hit.score())).toList())
					.as("similarities of %s in %s", metric, range)
					.usingElementComparator((left, right) -> (Math.abs(left - right) < 1e-5) ? 0 : 1)
					.isEqualTo(expected);
			}
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds the nearest inside a range, however many are nearer", needs = Ability.RANGE,
			asks = Asks.NEIGHBOURS)
	void rangeBehindNearest() {
		for (Metric metric : metrics(8)) {
			CollectionSpec spec = fill(80, 8, metric);
			float[] vector = vector(8, new Random(5));
			List<Hit> all = this.reference.nearest(request(spec, vector, this.shape.everything(), 0, 80));
			double upper = (metric.toSimilarity(all.get(49).score()) + metric.toSimilarity(all.get(50).score())) / 2;
			NearestRequest request = request(spec, vector, this.shape.everything(),
					new SimilarityRange(0, true, upper, true), 2, 4, this.shape.nearestOptions());
			assertThat(keys(spec, this.store.nearest(request))).as("neighbours of %s", metric)
				.isEqualTo(keys(spec, all.subList(52, 56)));
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds exactly the nearest when asked to compare every row",
			asks = { Asks.NEIGHBOURS, Asks.EXACT })
	void exact() {
		for (Metric metric : metrics(32)) {
			CollectionSpec spec = fill(2000, 32, metric);
			NearestRequest request = request(spec, vector(32, new Random(9)), this.shape.everything(),
					SimilarityRange.all(), 0, 50, SearchOptions.none().withExact());
			assertThat(keys(spec, this.store.nearest(request))).as("neighbours of %s", metric)
				.isEqualTo(keys(spec, this.reference.nearest(request)));
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "finds as many rows as asked with few candidates and with many",
			asks = { Asks.NEIGHBOURS, Asks.EF })
	void ef() {
		CollectionSpec spec = fill(500, 8, Metric.EUCLIDEAN);
		for (int ef : new int[] { 1, 10, 400 }) {
			NearestRequest request = request(spec, vector(8, new Random(9)), this.shape.everything(),
					SimilarityRange.all(), 0, 20, this.shape.nearestOptions().withEf(ef));
			List<Hit> hits = this.store.nearest(request);
			assertThat(hits).hasSize(20);
			assertScores(spec, Metric.EUCLIDEAN, request.vector(), hits);
		}
	}

	@Behaviour(value = "finds a row by its new vector and no longer by its old one", asks = Asks.NEIGHBOURS)
	void moved() {
		for (Metric metric : metrics(2)) {
			CollectionSpec spec = create(spec(2, metric));
			save(spec, this.shape.row(1, 1L, new float[] { 1, 0 }), this.shape.row(2, 2L, new float[] { 0, 1 }));
			save(spec, this.shape.row(1, 1L, new float[] { -1, 0.5f }));
			List<Hit> hits = this.store.nearest(request(spec, new float[] { 1, 0 }, this.shape.everything(), 0, 10));
			assertThat(keys(spec, hits)).isEqualTo(keysOf(2, 1));
			assertScores(spec, metric, new float[] { 1, 0 }, hits);
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "no longer finds a deleted row", asks = Asks.NEIGHBOURS)
	void deleted() {
		for (Metric metric : metrics(4)) {
			CollectionSpec spec = fill(20, 4, metric);
			this.store.delete(DeleteRequest.of(spec, keysOf(3, 4, 5)));
			List<Hit> hits = this.store
				.nearest(request(spec, new float[] { 1, 1, 1, 1 }, this.shape.everything(), 0, 20));
			assertThat(keys(spec, hits)).hasSize(17).doesNotContainAnyElementsOf(keysOf(3, 4, 5));
			this.store.drop(this.name);
		}
	}

	@Behaviour(value = "compares the vector column that it is asked for", asks = Asks.NEIGHBOURS)
	void severalVectors() {
		CollectionSpec spec = this.shape.spec(this.name, Shape.vector("first", 2, Metric.EUCLIDEAN),
				Shape.vector("second", 3, Metric.EUCLIDEAN));
		if (this.abilities.shape().objection(spec) == null
				&& this.abilities.nearest().objection(this.shape.everything(), spec) == null) {
			create(spec);
			save(spec, this.shape.row(1, new float[] { 0, 0 }, new float[] { 9, 9, 9 }),
					this.shape.row(2, new float[] { 9, 9 }, new float[] { 0, 0, 0 }));
			for (int row : new int[] { 1, 2 }) {
				NearestRequest request = new NearestRequest(spec, Projection.key(spec),
						spec.indexOf((row == 1) ? "first" : "second"), new float[row + 1], this.shape.everything(),
						SimilarityRange.all(), 0, 1, this.shape.nearestOptions());
				assertThat(keys(spec, this.store.nearest(request))).isEqualTo(keysOf(row));
			}
		}
	}

}
