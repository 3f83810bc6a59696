package io.quiver.store.proxima.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * An index column to be made, or as it was made.
 *
 * @param name the name
 * @param dimension the number of elements of a vector, of bits for the binary types
 * @param indexType the kind of index
 * @param dataType the type of the elements
 * @param extraParams what the server takes beside, such as {@code metric_type},
 * {@code engine}, {@code ef_construction}, {@code max_neighbor_count}, {@code ef_search},
 * {@code chunk_size}, {@code max_scan_ratio} or {@code quantize_type}; it ignores names
 * that it does not know
 * @author Quiver
 * @since 0.1
 */
public record IndexColumnParam(String name, int dimension, IndexType indexType, DataType dataType,
		Map<String, String> extraParams) {

	public IndexColumnParam {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(indexType, "'indexType' must not be null");
		Assert.notNull(dataType, "'dataType' must not be null");
		extraParams = Collections.unmodifiableMap(new LinkedHashMap<>(extraParams));
	}

	/**
	 * Return a column of single-precision vectors that are compared by the square of
	 * their Euclidean distance.
	 * @param name the name
	 * @param dimension the number of elements
	 * @return the column
	 */
	public static IndexColumnParam of(String name, int dimension) {
		return new IndexColumnParam(name, dimension, IndexType.PROXIMA_GRAPH_INDEX, DataType.VECTOR_FP32, Map.of());
	}

	public IndexColumnParam withIndexType(IndexType indexType) {
		return new IndexColumnParam(this.name, this.dimension, indexType, this.dataType, this.extraParams);
	}

	public IndexColumnParam withDataType(DataType dataType) {
		return new IndexColumnParam(this.name, this.dimension, this.indexType, dataType, this.extraParams);
	}

	public IndexColumnParam withMetric(MetricType metric) {
		return withExtraParam(MetricType.PARAM, metric.param());
	}

	public IndexColumnParam withExtraParam(String name, String value) {
		Map<String, String> params = new LinkedHashMap<>(this.extraParams);
		params.put(name, value);
		return new IndexColumnParam(this.name, this.dimension, this.indexType, this.dataType, params);
	}

}
