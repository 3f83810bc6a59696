package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of an index of sparse vectors.
 *
 * @param prune whether small elements are left out, or {@code null} for the server's
 * choice
 * @param refine whether what is found is compared again with whole vectors, or
 * {@code null} for the server's choice
 * @param dropRatioBuild which share of the smallest elements is left out of the index, 0
 * to 0.9, or {@code null} for none
 * @param dropRatioSearch which share of the smallest elements of a query is left out, 0
 * to 0.9, or {@code null} for none
 * @author Quiver
 * @since 0.1
 */
public record SindiOptions(@Nullable Boolean prune, @Nullable Boolean refine, @Nullable Double dropRatioBuild,
		@Nullable Double dropRatioSearch) implements VectorIndexOptions {

	public SindiOptions {
		ratio("dropRatioBuild", dropRatioBuild);
		ratio("dropRatioSearch", dropRatioSearch);
	}

	private static void ratio(String name, @Nullable Double ratio) {
		Assert.isTrue(ratio == null || (ratio >= 0 && ratio <= 0.9),
				() -> "'" + name + "' must be between 0 and 0.9, not " + ratio);
	}

	/**
	 * Return the server's own settings.
	 * @return the options
	 */
	public static SindiOptions sindi() {
		return new SindiOptions(null, null, null, null);
	}

	/**
	 * Return these options with small elements left out.
	 * @param dropRatioBuild which share of them, 0 to 0.9
	 * @return the options
	 */
	public SindiOptions withPrune(double dropRatioBuild) {
		return new SindiOptions(true, this.refine, dropRatioBuild, this.dropRatioSearch);
	}

	/**
	 * Return these options with a second comparison of what is found.
	 * @return the options
	 */
	public SindiOptions withRefine() {
		return new SindiOptions(this.prune, true, this.dropRatioBuild, this.dropRatioSearch);
	}

	/**
	 * Return these options with small elements of a query left out.
	 * @param dropRatioSearch which share of them, 0 to 0.9
	 * @return the options
	 */
	public SindiOptions withDropRatioSearch(double dropRatioSearch) {
		return new SindiOptions(this.prune, this.refine, this.dropRatioBuild, dropRatioSearch);
	}

	@Override
	public VectorIndexType type() {
		return VectorIndexType.SINDI;
	}

	@Override
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		HnswOptions.put(parameters, "prune", this.prune);
		HnswOptions.put(parameters, "refine", this.refine);
		HnswOptions.put(parameters, "drop_ratio_build", this.dropRatioBuild);
		HnswOptions.put(parameters, "drop_ratio_search", this.dropRatioSearch);
		return Collections.unmodifiableMap(parameters);
	}

}
