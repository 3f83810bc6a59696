package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How much an approximate search looks at. Each may be {@code null} for what the index or
 * the session says, and is refused where the index is of a type that does not know it.
 *
 * @param efSearch how many candidates a graph looks at, at least 1
 * @param refineK how many times as many candidates as wanted {@code hnsw_bq} compares
 * again with better vectors, 1 to 1000
 * @param dropRatioSearch which share of the smallest elements of a query {@code sindi}
 * leaves out, 0 to 0.9
 * @param nprobes how many of the lists around centres are looked at, at least 1
 * @author Quiver
 * @since 0.1
 */
public record SearchTuning(@Nullable Integer efSearch, @Nullable Double refineK, @Nullable Double dropRatioSearch,
		@Nullable Integer nprobes) {

	private static final SearchTuning NONE = new SearchTuning(null, null, null, null);

	public SearchTuning {
		Assert.isTrue(efSearch == null || efSearch >= 1, () -> "'efSearch' must be at least 1, not " + efSearch);
		Assert.isTrue(refineK == null || (refineK >= 1 && refineK <= 1000),
				() -> "'refineK' must be between 1 and 1000, not " + refineK);
		Assert.isTrue(dropRatioSearch == null || (dropRatioSearch >= 0 && dropRatioSearch <= 0.9),
				() -> "'dropRatioSearch' must be between 0 and 0.9, not " + dropRatioSearch);
		Assert.isTrue(nprobes == null || nprobes >= 1, () -> "'nprobes' must be at least 1, not " + nprobes);
	}

	/**
	 * Return what the index or the session says.
	 * @return the tuning without settings
	 */
	public static SearchTuning none() {
		return NONE;
	}

	/**
	 * Return this tuning with a number of candidates of a graph.
	 * @param efSearch the number
	 * @return the tuning
	 */
	public SearchTuning withEfSearch(int efSearch) {
		return new SearchTuning(efSearch, this.refineK, this.dropRatioSearch, this.nprobes);
	}

	/**
	 * Return this tuning with a second comparison.
	 * @param refineK how many times as many candidates as wanted are compared again
	 * @return the tuning
	 */
	public SearchTuning withRefineK(double refineK) {
		return new SearchTuning(this.efSearch, refineK, this.dropRatioSearch, this.nprobes);
	}

	/**
	 * Return this tuning with small elements of the query left out.
	 * @param dropRatioSearch which share of them
	 * @return the tuning
	 */
	public SearchTuning withDropRatioSearch(double dropRatioSearch) {
		return new SearchTuning(this.efSearch, this.refineK, dropRatioSearch, this.nprobes);
	}

	/**
	 * Return this tuning with a number of lists.
	 * @param nprobes how many are looked at
	 * @return the tuning
	 */
	public SearchTuning withNprobes(int nprobes) {
		return new SearchTuning(this.efSearch, this.refineK, this.dropRatioSearch, nprobes);
	}

	/**
	 * Return the settings that the server takes with a search, as it names them.
	 * @return those that are set but {@code nprobes}, which is a variable of the session
	 */
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		HnswOptions.put(parameters, "ef_search", this.efSearch);
		HnswOptions.put(parameters, "refine_k", this.refineK);
		HnswOptions.put(parameters, "drop_ratio_search", this.dropRatioSearch);
		return Collections.unmodifiableMap(parameters);
	}

	/**
	 * Return what is set but not known to an index.
	 * @param type how the index is built
	 * @return the names of the settings that the server would refuse or ignore
	 */
	public List<String> unknownTo(VectorIndexType type) {
		List<String> unknown = new ArrayList<>();
		add(unknown, "efSearch", this.efSearch, type.graph());
		add(unknown, "refineK", this.refineK, type == VectorIndexType.HNSW_BQ);
		add(unknown, "dropRatioSearch", this.dropRatioSearch, type == VectorIndexType.SINDI);
		add(unknown, "nprobes", this.nprobes, type.inverted());
		return unknown;
	}

	private static void add(List<String> unknown, String name, @Nullable Object value, boolean known) {
		if (value != null && !known) {
			unknown.add(name);
		}
	}

}
