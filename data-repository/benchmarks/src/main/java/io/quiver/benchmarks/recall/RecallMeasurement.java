package io.quiver.benchmarks.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;

/**
 * How much of what is near seekdb and the embedded store find, and how similar they say
 * it is.
 *
 * @param searches what was found, in the order of stores, options and metrics
 * @author Quiver
 * @since 0.1
 */
public record RecallMeasurement(List<Search> searches) {

	/** The store as it is by default. */
	public static final String SEEKDB = "seekdb";

	/** The same with tables organised by heap, whose indexes follow later. */
	public static final String SEEKDB_HEAP = "seekdb, heap";

	/** The embedded store. */
	public static final String EMBEDDED = "embedded";

	private static final List<SearchOptions> ALL = List.of(SearchOptions.none().withEf(64),
			SearchOptions.none().withEf(200), SearchOptions.none().withExact());

	/**
	 * Fill the stores and search them.
	 * @param vectors the rows and queries, of 384 components
	 * @param url the JDBC address of a seekdb server
	 * @return what came of it
	 */
	public static RecallMeasurement of(VectorSet vectors, String url) {
		List<Question> questions = Stream.of(Metric.values()).map((metric) -> Question.of(vectors, metric)).toList();
		List<Search> searches = new ArrayList<>();
		try (FilledStore store = FilledStore.seekdb(url, vectors.rows())) {
			searches.addAll(ask(SEEKDB, store, questions));
		}
		try (FilledStore store = FilledStore.seekdbHeap(url, vectors.rows())) {
			searches.addAll(ask(SEEKDB_HEAP, store, questions));
		}
		try (FilledStore store = FilledStore.embedded(vectors.rows())) {
			searches.addAll(ask(EMBEDDED, store, questions));
		}
		return new RecallMeasurement(searches);
	}

	private static List<Search> ask(String name, FilledStore store, List<Question> questions) {
		return ALL.stream()
			.flatMap((options) -> questions.stream().map((question) -> Search.of(name, store, options, question)))
			.toList();
	}

	/**
	 * Return the stores.
	 * @return their names
	 */
	public List<String> stores() {
		return this.searches.stream().map(Search::store).distinct().toList();
	}

	/**
	 * Compare the similarities of each row that two stores found: every search of the one
	 * with the exact one of the other.
	 * @param store one store
	 * @param other the other
	 * @param metric the metric
	 * @return by how much they differ
	 */
	public Difference between(String store, String other, Metric metric) {
		Search exact = searches(other, metric).filter((search) -> search.options().exact()).findFirst().orElseThrow();
		return searches(store, metric).map((search) -> search.difference(exact))
			.reduce(Difference.NONE, Difference::and);
	}

	/**
	 * Compare the similarities of everything that a store found with those computed in
	 * doubles.
	 * @param store the store
	 * @param metric the metric
	 * @return by how much they differ
	 */
	public Difference error(String store, Metric metric) {
		return searches(store, metric).map(Search::error).reduce(Difference.NONE, Difference::and);
	}

	private Stream<Search> searches(String store, Metric metric) {
		return this.searches.stream()
			.filter((search) -> search.store().equals(store) && search.question().metric() == metric);
	}

}
