package io.quiver.store.proxima;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.MetricType;

/**
 * The index column of a vector column, and back.
 *
 * @author Quiver
 */
final class VectorIndex {

	/**
	 * The parameter that tells a column of unit vectors from one of others. The server
	 * ignores it, and returns it.
	 */
	private static final String METRIC = "quiver_metric";

	private static final String COSINE = "cosine";

	private VectorIndex() {
	}

	static IndexColumnParam of(VectorColumn column) {
		IndexColumnParam param = IndexColumnParam.of(column.name(), column.dimension());
		return switch (column.metric()) {
			case EUCLIDEAN -> param.withMetric(MetricType.SQUARED_EUCLIDEAN);
			case INNER_PRODUCT -> param.withMetric(MetricType.INNER_PRODUCT);
			case COSINE -> param.withMetric(MetricType.INNER_PRODUCT).withExtraParam(METRIC, COSINE);
		};
	}

	static IndexColumnParam ofRowsWithoutVector() {
		return IndexColumnParam.of(ProximaRows.WITHOUT_VECTOR, ProximaRows.WITHOUT_VECTOR_DIMENSION);
	}

	/**
	 * Describe an index column.
	 * @param nullable whether a row may be without the vector, which the server does not
	 * keep
	 * @return the vector column, or a binary one if the store cannot search it
	 */
	static Column describe(IndexColumnParam param, boolean nullable) {
		String metric = param.extraParams().getOrDefault(MetricType.PARAM, MetricType.SQUARED_EUCLIDEAN.param());
		boolean product = metric.equals(MetricType.INNER_PRODUCT.param());
		if (param.dataType() != DataType.VECTOR_FP32
				|| (!product && !metric.equals(MetricType.SQUARED_EUCLIDEAN.param()))) {
			return new ValueColumn(param.name(), ColumnType.BINARY, true, false, false, false);
		}
		return new VectorColumn(param.name(), param.dimension(), (product) ? product(param) : Metric.EUCLIDEAN,
				nullable);
	}

	private static Metric product(IndexColumnParam param) {
		return (COSINE.equals(param.extraParams().get(METRIC))) ? Metric.COSINE : Metric.INNER_PRODUCT;
	}

	/**
	 * Return the mathematical value of a score. The smaller is nearer on the server, and
	 * rounding must not leave what a cosine can be.
	 */
	static double rawScore(Metric metric, float score) {
		return switch (metric) {
			case EUCLIDEAN -> Math.sqrt(Math.max(0, score));
			case INNER_PRODUCT -> -(double) score;
			case COSINE -> Math.max(-1, Math.min(1, -(double) score));
		};
	}

}
