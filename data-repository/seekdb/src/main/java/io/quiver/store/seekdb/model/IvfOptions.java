package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of lists around centres. The centres are found when the index is created or
 * rebuilt: one that was created on an empty table looks at all rows until it is rebuilt.
 *
 * @param type {@link VectorIndexType#IVF_FLAT} or {@link VectorIndexType#IVF_PQ};
 * {@link VectorIndexType#IVF_SQ8} is refused, since the server answers wrongly with it
 * @param nlist how many centres there are, 1 to 65536, or {@code null} for 128
 * @param samplePerNlist how many vectors for each centre are looked at to find it, at
 * least 1, or {@code null} for 256
 * @param nbits how many bits the code of a part has, 1 to 24, of
 * {@link VectorIndexType#IVF_PQ} only, or {@code null} for 8
 * @param m in how many parts a vector is cut, which must divide its dimension: of
 * {@link VectorIndexType#IVF_PQ} only, which needs it, otherwise {@code null}
 * @author Quiver
 * @since 0.1
 */
public record IvfOptions(VectorIndexType type, @Nullable Integer nlist, @Nullable Integer samplePerNlist,
		@Nullable Integer nbits, @Nullable Integer m) implements VectorIndexOptions {

	public IvfOptions {
		Assert.isTrue(type != VectorIndexType.IVF_SQ8, VectorIndexType.SQ8);
		Assert.isTrue(type == VectorIndexType.IVF_FLAT || type == VectorIndexType.IVF_PQ,
				() -> "'type' must be ivf_flat or ivf_pq, not " + type);
		Assert.isTrue(nlist == null || (nlist >= 1 && nlist <= 65_536),
				() -> "'nlist' must be between 1 and 65536, not " + nlist);
		Assert.isTrue(samplePerNlist == null || samplePerNlist >= 1,
				() -> "'samplePerNlist' must be at least 1, not " + samplePerNlist);
		Assert.isTrue(nbits == null || (nbits >= 1 && nbits <= 24),
				() -> "'nbits' must be between 1 and 24, not " + nbits);
		Assert.isTrue(type == VectorIndexType.IVF_PQ || (nbits == null && m == null),
				() -> "'nbits' and 'm' are of ivf_pq only, not of " + type);
		Assert.isTrue(type != VectorIndexType.IVF_PQ || (m != null && m >= 1),
				() -> "'m' of ivf_pq must be given and at least 1, not " + m);
	}

	/**
	 * Return lists of whole vectors.
	 * @return the options, all of them the server's choice
	 */
	public static IvfOptions flat() {
		return of(VectorIndexType.IVF_FLAT);
	}

	/**
	 * Return lists of the codes of parts.
	 * @param m in how many parts a vector is cut, which must divide its dimension
	 * @return the options, all others of them the server's choice
	 */
	public static IvfOptions pq(int m) {
		return new IvfOptions(VectorIndexType.IVF_PQ, null, null, null, m);
	}

	/**
	 * Return lists around centres.
	 * @param type one of the IVF family that needs no settings
	 * @return the options, all of them the server's choice
	 * @throws IllegalArgumentException if the type is {@link VectorIndexType#IVF_SQ8},
	 * which does not work, or {@link VectorIndexType#IVF_PQ}, which needs
	 * {@link #pq(int)}
	 */
	public static IvfOptions of(VectorIndexType type) {
		return new IvfOptions(type, null, null, null, null);
	}

	/**
	 * Return these options with a number of centres.
	 * @param nlist the number, 1 to 65536
	 * @return the options
	 */
	public IvfOptions withNlist(int nlist) {
		return new IvfOptions(this.type, nlist, this.samplePerNlist, this.nbits, this.m);
	}

	/**
	 * Return these options with a number of samples.
	 * @param samplePerNlist how many vectors for each centre are looked at to find it
	 * @return the options
	 */
	public IvfOptions withSamplePerNlist(int samplePerNlist) {
		return new IvfOptions(this.type, this.nlist, samplePerNlist, this.nbits, this.m);
	}

	/**
	 * Return these options of {@link VectorIndexType#IVF_PQ} with a size of codes.
	 * @param nbits how many bits the code of a part has, 1 to 24
	 * @return the options
	 */
	public IvfOptions withNbits(int nbits) {
		return new IvfOptions(this.type, this.nlist, this.samplePerNlist, nbits, this.m);
	}

	@Override
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		HnswOptions.put(parameters, "nlist", this.nlist);
		HnswOptions.put(parameters, "sample_per_nlist", this.samplePerNlist);
		HnswOptions.put(parameters, "nbits", this.nbits);
		HnswOptions.put(parameters, "m", this.m);
		return Collections.unmodifiableMap(parameters);
	}

}
