package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of a graph of neighbours.
 *
 * @param type {@link VectorIndexType#HNSW}, {@link VectorIndexType#HNSW_SQ} or
 * {@link VectorIndexType#HNSW_BQ}
 * @param m how many neighbours a vector has, 5 to 128, to 64 of quantized vectors and
 * with {@code extraInfoMaxSize}, or {@code null} for 16
 * @param efConstruction how many candidates are looked at for a vector that is added, up
 * to 1000 and more than {@code m}, or {@code null} for 200
 * @param efSearch how many candidates a search looks at that does not say, at least 1, or
 * {@code null} for 64
 * @param extraInfoMaxSize up to how many bytes of a row's key are kept in the graph, 0 to
 * 16384, in tables of {@link Organization#INDEX} alone, or {@code null} for the server's
 * choice
 * @param syncMode when the index takes up what is written, or {@code null} for what the
 * table's organisation does
 * @param quantization settings of {@link VectorIndexType#HNSW_BQ}, or {@code null} for
 * the server's choice
 * @author Quiver
 * @since 0.1
 */
public record HnswOptions(VectorIndexType type, @Nullable Integer m, @Nullable Integer efConstruction,
		@Nullable Integer efSearch, @Nullable Integer extraInfoMaxSize, @Nullable SyncMode syncMode,
		@Nullable BinaryQuantization quantization) implements VectorIndexOptions {

	/** How many neighbours a vector has if nothing else is said. */
	public static final int DEFAULT_M = 16;

	/** How many candidates are looked at for a new vector if nothing else is said. */
	public static final int DEFAULT_EF_CONSTRUCTION = 200;

	public HnswOptions {
		Assert.isTrue(type != null && type.graph(), () -> "'type' must be hnsw, hnsw_sq or hnsw_bq, not " + type);
		boolean whole = type == VectorIndexType.HNSW && (extraInfoMaxSize == null || extraInfoMaxSize == 0);
		Assert.isTrue(m == null || (m >= 5 && m <= 128 && (whole || m <= 64)), () -> "'m' must be between 5 and "
				+ ((whole) ? 128 : "64 of hnsw_sq and hnsw_bq, or with 'extraInfoMaxSize'") + ", not " + m);
		int neighbours = (m != null) ? m : DEFAULT_M;
		int candidates = (efConstruction != null) ? efConstruction : DEFAULT_EF_CONSTRUCTION;
		Assert.isTrue(candidates > neighbours && candidates <= 1000,
				() -> "'efConstruction' must be more than 'm', which is " + neighbours + ", and at most 1000, not "
						+ candidates);
		Assert.isTrue(efSearch == null || efSearch >= 1, () -> "'efSearch' must be at least 1, not " + efSearch);
		Assert.isTrue(extraInfoMaxSize == null || (extraInfoMaxSize >= 0 && extraInfoMaxSize <= 16_384),
				() -> "'extraInfoMaxSize' must be between 0 and 16384 bytes, not " + extraInfoMaxSize);
		Assert.isTrue(quantization == null || type == VectorIndexType.HNSW_BQ,
				() -> "'quantization' is of hnsw_bq only, not of " + type);
	}

	/**
	 * Return a graph over whole vectors.
	 * @return the options, all of them the server's choice
	 */
	public static HnswOptions hnsw() {
		return of(VectorIndexType.HNSW);
	}

	/**
	 * Return a graph over vectors of one byte an element.
	 * @return the options, all of them the server's choice
	 */
	public static HnswOptions sq() {
		return of(VectorIndexType.HNSW_SQ);
	}

	/**
	 * Return a graph over vectors of one bit an element.
	 * @return the options, all of them the server's choice
	 */
	public static HnswOptions bq() {
		return of(VectorIndexType.HNSW_BQ);
	}

	/**
	 * Return a graph.
	 * @param type one of the HNSW family
	 * @return the options, all of them the server's choice
	 */
	public static HnswOptions of(VectorIndexType type) {
		return new HnswOptions(type, null, null, null, null, null, null);
	}

	/**
	 * Return these options with a number of neighbours.
	 * @param m how many neighbours a vector has, 5 to 128, to 64 of quantized vectors and
	 * with {@code extraInfoMaxSize}, and fewer than {@code efConstruction}
	 * @return the options
	 */
	public HnswOptions withM(int m) {
		return new HnswOptions(this.type, m, this.efConstruction, this.efSearch, this.extraInfoMaxSize, this.syncMode,
				this.quantization);
	}

	/**
	 * Return these options with a number of candidates for a vector that is added.
	 * @param efConstruction the number, more than {@code m} and up to 1000
	 * @return the options
	 */
	public HnswOptions withEfConstruction(int efConstruction) {
		return new HnswOptions(this.type, this.m, efConstruction, this.efSearch, this.extraInfoMaxSize, this.syncMode,
				this.quantization);
	}

	/**
	 * Return these options with a number of candidates for a search that does not say.
	 * @param efSearch the number, at least 1
	 * @return the options
	 */
	public HnswOptions withEfSearch(int efSearch) {
		return new HnswOptions(this.type, this.m, this.efConstruction, efSearch, this.extraInfoMaxSize, this.syncMode,
				this.quantization);
	}

	/**
	 * Return these options with room for the row's key in the graph.
	 * @param extraInfoMaxSize the number of bytes, 0 to 16384
	 * @return the options
	 */
	public HnswOptions withExtraInfoMaxSize(int extraInfoMaxSize) {
		return new HnswOptions(this.type, this.m, this.efConstruction, this.efSearch, extraInfoMaxSize, this.syncMode,
				this.quantization);
	}

	/**
	 * Return these options with when the index takes up what is written.
	 * @param syncMode with the write or a moment after it
	 * @return the options
	 */
	public HnswOptions withSyncMode(SyncMode syncMode) {
		return new HnswOptions(this.type, this.m, this.efConstruction, this.efSearch, this.extraInfoMaxSize, syncMode,
				this.quantization);
	}

	/**
	 * Return these options of {@link VectorIndexType#HNSW_BQ} with those of its bits.
	 * @param quantization the settings
	 * @return the options
	 */
	public HnswOptions withQuantization(BinaryQuantization quantization) {
		return new HnswOptions(this.type, this.m, this.efConstruction, this.efSearch, this.extraInfoMaxSize,
				this.syncMode, quantization);
	}

	@Override
	public Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		put(parameters, "m", this.m);
		put(parameters, "ef_construction", this.efConstruction);
		put(parameters, "ef_search", this.efSearch);
		put(parameters, "extra_info_max_size", this.extraInfoMaxSize);
		put(parameters, "sync_mode", (this.syncMode != null) ? this.syncMode.name().toLowerCase(Locale.ROOT) : null);
		if (this.quantization != null) {
			put(parameters, "refine_k", this.quantization.refineK());
			put(parameters, "refine_type", this.quantization.refineType());
			put(parameters, "bq_bits_query", this.quantization.bitsOfQuery());
			put(parameters, "bq_use_fht", this.quantization.hadamard());
		}
		return Collections.unmodifiableMap(parameters);
	}

	static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
		if (value != null) {
			parameters.put(name, value);
		}
	}

	/**
	 * Settings of a graph over bits. Each may be {@code null} for the server's choice.
	 *
	 * @param refineK how many times as many candidates as wanted are compared again with
	 * better vectors, 1 to 1000
	 * @param refineType what they are compared with: {@code fp32} or {@code sq8}
	 * @param bitsOfQuery how many bits an element of the query has: 4 or 32
	 * @param hadamard whether vectors are turned by a fast Hadamard transform first
	 */
	public record BinaryQuantization(@Nullable Double refineK, @Nullable String refineType,
			@Nullable Integer bitsOfQuery, @Nullable Boolean hadamard) {

		public BinaryQuantization {
			Assert.isTrue(refineK == null || (refineK >= 1 && refineK <= 1000),
					() -> "'refineK' must be between 1 and 1000, not " + refineK);
			Assert.isTrue(refineType == null || refineType.equals("fp32") || refineType.equals("sq8"),
					() -> "'refineType' must be 'fp32' or 'sq8', not '" + refineType + "'");
			Assert.isTrue(bitsOfQuery == null || bitsOfQuery == 4 || bitsOfQuery == 32,
					() -> "'bitsOfQuery' must be 4 or 32, not " + bitsOfQuery);
		}

	}

}
