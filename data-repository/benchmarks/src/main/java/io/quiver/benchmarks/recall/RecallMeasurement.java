package io.quiver.benchmarks.recall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;

/**
 * How much of what is near seekdb and the embedded store find, and how similar they say
 * it is.
 *
 * @param vectors the rows and queries
 * @param truth what is to be found, computed in doubles
 * @param searches what was found
 * @author Quiver
 * @since 0.1
 */
public record RecallMeasurement(VectorSet vectors, Map<Metric, Findings> truth, List<Search> searches) {

	/** The store as it is by default. */
	public static final String SEEKDB = "seekdb";

	/** The same with tables organised by heap and indexes that follow later. */
	public static final String SEEKDB_HEAP = "seekdb, heap";

	/** The embedded store. */
	public static final String EMBEDDED = "embedded";

	private static final SearchOptions EXACT = SearchOptions.none().withExact();

	private static final List<SearchOptions> ALL = List.of(SearchOptions.none().withEf(64),
			SearchOptions.none().withEf(200), EXACT);

	/**
	 * Fill the stores and search them.
	 * @param vectors the rows and queries, of 384 components
	 * @param url the JDBC address of a seekdb server
	 * @return what came of it
	 */
	public static RecallMeasurement of(VectorSet vectors, String url) {
		Map<Metric, Findings> truth = new EnumMap<>(Metric.class);
		for (Metric metric : Metric.values()) {
			truth.put(metric, Findings.exact(vectors, metric, Search.MANY));
		}
		List<Search> searches = new ArrayList<>();
		try (FilledStore store = FilledStore.seekdb(url, vectors.rows())) {
			ALL.forEach((options) -> searches.add(Search.of(SEEKDB, store, vectors.queries(), options)));
		}
		try (FilledStore store = FilledStore.seekdbHeap(url, vectors.rows())) {
			ALL.forEach((options) -> searches.add(Search.of(SEEKDB_HEAP, store, vectors.queries(), options)));
		}
		try (FilledStore store = FilledStore.embedded(vectors.rows())) {
			ALL.forEach((options) -> searches.add(Search.of(EMBEDDED, store, vectors.queries(), options)));
		}
		return new RecallMeasurement(vectors, truth, searches);
	}

	/**
	 * Return the stores.
	 * @return their names
	 */
	public List<String> stores() {
		return this.searches.stream().map(Search::store).distinct().toList();
	}

	/**
	 * Return which share of the nearest {@value Search#FEW} rows a search for as many
	 * found.
	 * @param search the search
	 * @param metric the metric
	 * @return the share, 1 for all
	 */
	public double recallOfFew(Search search, Metric metric) {
		return search.few().get(metric).recall(this.truth.get(metric), Search.FEW);
	}

	/**
	 * Return which share of the nearest {@value Search#MANY} rows a search for as many
	 * found.
	 * @param search the search
	 * @param metric the metric
	 * @return the share, 1 for all
	 */
	public double recallOfMany(Search search, Metric metric) {
		return search.many().get(metric).recall(this.truth.get(metric), Search.MANY);
	}

	/**
	 * Compare the similarities of each row that two stores found, each with every search
	 * of the one and the exact one of the other.
	 * @param store one store
	 * @param other the other
	 * @param metric the metric
	 * @return by how much they differ
	 */
	public Difference between(String store, String other, Metric metric) {
		Findings exact = searches(other, (search) -> search.options().exact()).get(0).many().get(metric);
		Difference difference = Difference.NONE;
		for (Search search : searches(store, (any) -> true)) {
			difference = difference.and(search.few().get(metric).difference(exact))
				.and(search.many().get(metric).difference(exact));
		}
		return difference;
	}

	/**
	 * Compare the similarities of everything that a store found with those computed in
	 * doubles.
	 * @param store the store
	 * @param metric the metric
	 * @return by how much they differ
	 */
	public Difference error(String store, Metric metric) {
		Difference difference = Difference.NONE;
		for (Search search : searches(store, (any) -> true)) {
			difference = difference.and(search.few().get(metric).error(this.vectors, metric))
				.and(search.many().get(metric).error(this.vectors, metric));
		}
		return difference;
	}

	private List<Search> searches(String store, Predicate<Search> wanted) {
		return this.searches.stream().filter((search) -> search.store().equals(store)).filter(wanted).toList();
	}

}
