package io.quiver.store.proxima.server;

import com.google.protobuf.ByteString;
import io.quiver.store.proxima.proto.CollectionConfig.IndexColumnParam;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.IndexType;
import io.quiver.store.proxima.proto.KeyValuePair;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;

/**
 * A column of vectors.
 *
 * @author Quiver
 * @param name its name
 * @param type the type of the elements
 * @param dimension how many elements a vector has: not more than 2^32-1, which is why it
 * is a {@code long}
 * @param metric how its vectors are compared
 */
record IndexColumn(String name, VectorType type, long dimension, Metric metric) {

	/**
	 * Open the column, as the vector engine does: with its own ideas of what is wrong.
	 */
	static IndexColumn open(IndexColumnParam param) {
		if (param.getIndexType() != IndexType.IT_PROXIMA_GRAPH_INDEX) {
			throw Code.RUNTIME_ERROR.refused();
		}
		if (param.getDataType().getNumber() < DataType.DT_VECTOR_BINARY32_VALUE || param.getDimension() == 0
				|| !quantizable(param)) {
			throw Code.CONFIG_ERROR.refused();
		}
		Metric metric = Metric.of(extra(param, "metric_type", "SquaredEuclidean"))
			.orElseThrow(Code.ENGINE_FAILED::refused);
		VectorType type = VectorType.of(param.getDataType())
			.filter(metric::fits)
			.orElseThrow(Code.ENGINE_UNSUPPORTED::refused);
		return new IndexColumn(param.getColumnName(), type, Integer.toUnsignedLong(param.getDimension()), metric);
	}

	private static boolean quantizable(IndexColumnParam param) {
		return switch (extra(param, "quantize_type", "")) {
			case "" -> true;
			case "DT_VECTOR_FP16", "DT_VECTOR_INT8", "DT_VECTOR_INT4" -> param.getDataType() == DataType.DT_VECTOR_FP32;
			default -> false;
		};
	}

	private static String extra(IndexColumnParam param, String key, String otherwise) {
		return param.getExtraParamsList()
			.stream()
			.filter((pair) -> pair.getKey().equals(key))
			.map(KeyValuePair::getValue)
			.reduce(otherwise, (earlier, later) -> later);
	}

	/** Read the vector of a row that is written, said to be of that type. */
	float[] written(GenericValue value, DataType said) {
		return switch (value.getValueOneofCase()) {
			case BYTES_VALUE -> writtenBytes(value.getBytesValue(), said);
			case STRING_VALUE -> writtenText(value.getStringValue(), said);
			default -> throw Code.MISMATCHED_INDEX_COLUMN.refused();
		};
	}

	private float[] writtenBytes(ByteString bytes, DataType said) {
		float[] vector = elements(bytes, said);
		long size = (said == this.type.wire()) ? bytes.size() : this.type.bytes(vector.length);
		if (size != this.type.bytes(this.dimension)) {
			throw Code.MISMATCHED_DIMENSION.refused();
		}
		return vector;
	}

	private float[] writtenText(String text, DataType said) {
		if (said != this.type.wire() && !halved(said)) {
			throw Code.MISMATCHED_DATA_TYPE.refused();
		}
		VectorText parsed = VectorText.parse(text).orElseThrow(Code.MISMATCHED_DIMENSION::refused);
		if (parsed.numbers().size() != this.type.numbers(this.dimension)) {
			throw Code.MISMATCHED_DIMENSION.refused();
		}
		return this.type.read(parsed.numbers());
	}

	/** Read the vectors of a query, one after the other. */
	float[] asked(KnnQueryParam param) {
		return switch (param.getFeaturesValueCase()) {
			case FEATURES -> askedBytes(param);
			case MATRIX -> askedText(param);
			default -> throw Code.INVALID_QUERY.refused();
		};
	}

	private float[] askedBytes(KnnQueryParam param) {
		float[] vectors = elements(param.getFeatures(), param.getDataType());
		long size = (param.getDataType() == this.type.wire()) ? param.getFeatures().size()
				: this.type.bytes(vectors.length);
		checkMeta(param);
		checkCount(param, size);
		return vectors;
	}

	private float[] askedText(KnnQueryParam param) {
		checkMeta(param);
		VectorText parsed = VectorText.parse(param.getMatrix())
			.filter((text) -> text.isMatrixOf(Integer.toUnsignedLong(param.getDimension())))
			.orElseThrow(Code.INVALID_QUERY::refused);
		checkCount(param, this.type.bytesOfNumbers(parsed.numbers().size()));
		return this.type.read(parsed.numbers());
	}

	/**
	 * A dimension that is left out stands for the column's, and then the type does not
	 * matter.
	 */
	private void checkMeta(KnnQueryParam param) {
		boolean given = param.getDimension() != 0 && param.getDataType() != DataType.DT_UNDEFINED;
		boolean right = Integer.toUnsignedLong(param.getDimension()) == this.dimension
				&& param.getDataType() == this.type.wire();
		if (given && !right) {
			throw Code.INVALID_QUERY.refused();
		}
	}

	private void checkCount(KnnQueryParam param, long size) {
		long expected = this.type.bytes(this.dimension) * Integer.toUnsignedLong(param.getBatchCount());
		if (size == 0 || size != expected) {
			throw Code.INVALID_QUERY.refused();
		}
	}

	/** Floats of 32 bits are taken for a column of 16 bits as well. */
	private float[] elements(ByteString bytes, DataType said) {
		if (said == this.type.wire()) {
			return this.type.read(bytes);
		}
		if (!halved(said)) {
			throw Code.MISMATCHED_DATA_TYPE.refused();
		}
		if (bytes.isEmpty() || bytes.size() % 4 != 0) {
			throw Code.INVALID_FEATURE.refused();
		}
		return this.type.rounded(VectorType.FP32.read(bytes));
	}

	private boolean halved(DataType said) {
		return this.type == VectorType.FP16 && said == DataType.DT_VECTOR_FP32;
	}

}
