package io.quiver.benchmarks.recall;

import java.util.EnumMap;
import java.util.Map;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;

/**
 * One way of searching one store, by each metric.
 *
 * @param store the store
 * @param options how it was asked
 * @param few what was found when few rows were wanted
 * @param many what was found when many were
 * @author Quiver
 * @since 0.1
 */
public record Search(String store, SearchOptions options, Map<Metric, Findings> few, Map<Metric, Findings> many) {

	/** As many as a page shows. */
	public static final int FEW = 10;

	/** As many as are ranked again by something else. */
	public static final int MANY = 100;

	/**
	 * Search. Exact searches for few find the first of those for many, so that these need
	 * not be done.
	 */
	static Search of(String name, FilledStore store, float[][] queries, SearchOptions options) {
		Map<Metric, Findings> many = find(store, queries, MANY, options);
		return new Search(name, options, (options.exact()) ? many : find(store, queries, FEW, options), many);
	}

	private static Map<Metric, Findings> find(FilledStore store, float[][] queries, int count, SearchOptions options) {
		Map<Metric, Findings> found = new EnumMap<>(Metric.class);
		for (Metric metric : Metric.values()) {
			found.put(metric, store.search(metric, queries, count, options));
		}
		return found;
	}

}
