package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.assertj.core.api.SoftAssertions;

/**
 * Filters find the same rows as in {@link ReferenceStore}.
 *
 * @author Quiver
 */
final class FiltersTopic extends Topic {

	private static final int ROWS = 120;

	private static final int SEED = 20261121;

	private final WideRows wide;

	private final CollectionSpec spec;

	private final ReferenceStore reference = new ReferenceStore("reference");

	FiltersTopic(RowStore store) {
		super(store);
		this.wide = new WideRows(this.name, this.abilities);
		this.spec = this.wide.spec();
	}

	private void fill() {
		List<Row> rows = this.wide.rows(ROWS);
		create(this.spec);
		save(this.spec, rows);
		this.reference.create(this.spec);
		this.reference.write(WriteRequest.of(this.spec, WriteMode.SAVE, rows));
	}

	private List<Filter> allFilters() {
		List<Filter> filters = new ArrayList<>();
		this.spec.columns().forEach((column) -> filters.addAll(SampleFilters.on(column)));
		return filters;
	}

	private List<Key> expected(Filter filter) {
		return this.reference
			.find(new FindRequest(this.spec, Projection.key(this.spec), filter, List.of(), 0, ROWS, null,
					SearchOptions.none()))
			.stream()
			.map(this.spec::keyOf)
			.toList();
	}

	private void compareFinds(List<Filter> filters) {
		fill();
		SoftAssertions softly = new SoftAssertions();
		for (Filter each : filters) {
			Filter filter = this.shape.within(each);
			if (canFind(filter, this.spec)) {
				try {
					softly.assertThat(keys(this.spec, filter)).as("rows of %s", filter).isEqualTo(expected(filter));
				}
				catch (RuntimeException ex) {
					softly.fail("%s failed: %s".formatted(filter, ex), ex);
				}
				if (softly.errorsCollected().size() >= 20) {
					break;
				}
			}
		}
		softly.assertAll();
	}

	private List<Filter> randomFilters(int count, long seed) {
		Random random = new Random(seed);
		List<Filter> leaves = allFilters();
		return random.ints(count).mapToObj((i) -> SampleFilters.tree(leaves, 3, random)).toList();
	}

	@Behaviour(value = "finds by each operator on each type, null or not, plain and negated", asks = Asks.FILTER)
	void operators() {
		List<Filter> filters = new ArrayList<>();
		for (Column column : this.spec.columns()) {
			if (!(column instanceof VectorColumn)) {
				filters.addAll(SampleFilters.on(column));
			}
		}
		compareFinds(filters);
	}

	@Behaviour(value = "finds by whether there is a vector", asks = Asks.FILTER)
	void vectors() {
		compareFinds(List.of(Filter.where("vector").isNull(), Filter.where("vector").isNotNull()));
	}

	@Behaviour(value = "finds by conditions nested at random", asks = Asks.FILTER)
	void nested() {
		compareFinds(randomFilters(400, SEED));
	}

	@Behaviour(value = "finds by empty conjunctions and disjunctions", asks = Asks.FILTER)
	void empty() {
		compareFinds(List.of(Filter.and(), Filter.or(), Filter.not(Filter.and()), Filter.not(Filter.or()),
				Filter.and(Filter.or(), Filter.and()), Filter.or(Filter.or(), Filter.and())));
	}

	@Behaviour(value = "counts what a condition finds", asks = { Asks.FILTER, Asks.COUNT })
	void counts() {
		fill();
		SoftAssertions softly = new SoftAssertions();
		for (Filter each : randomFilters(100, SEED + 1)) {
			Filter filter = this.shape.within(each);
			if (this.abilities.count().objection(filter, this.spec) == null) {
				softly.assertThat(this.store.count(this.spec, filter, SearchOptions.none()))
					.as("rows of %s", filter)
					.isEqualTo(expected(filter).size());
			}
		}
		if (this.abilities.count().objection(this.shape.everything(), this.spec) == null) {
			softly.assertThat(this.store.count(this.spec, this.shape.everything(), SearchOptions.none()))
				.isEqualTo(ROWS);
		}
		softly.assertAll();
	}

	@Behaviour(value = "finds neighbours among the rows of a condition only, and all of them",
			asks = Asks.FILTERED_NEIGHBOURS)
	void neighbours() {
		fill();
		SoftAssertions softly = new SoftAssertions();
		for (Filter each : randomFilters(100, SEED + 2)) {
			Filter filter = this.shape.within(each);
			if (this.abilities.nearest().objection(filter, this.spec) == null) {
				NearestRequest request = new NearestRequest(this.spec, Projection.key(this.spec),
						this.spec.indexOf("vector"), new float[] { 60, 1 }, filter, SimilarityRange.all(), 0, ROWS,
						this.shape.nearestOptions());
				softly.assertThat(this.store.nearest(request).stream().map((hit) -> this.spec.keyOf(hit.row())))
					.as("neighbours where %s", filter)
					.containsExactlyInAnyOrderElementsOf(new HashSet<>(expected(filter)));
			}
		}
		softly.assertAll();
	}

}
