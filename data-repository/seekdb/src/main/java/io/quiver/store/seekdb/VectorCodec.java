package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column.VectorColumn;
import org.jspecify.annotations.Nullable;

/**
 * Vectors, sent as their bytes and read as text.
 *
 * @param dimension the number of components
 * @param metric how vectors are compared
 * @author Quiver
 */
record VectorCodec(int dimension, Metric metric) implements ValueCodec {

	/** Says what stands against a vector, never the vector itself. */
	@Override
	public @Nullable String problem(Object value) {
		if (!(value instanceof float[] vector)) {
			return "takes vectors, not " + value.getClass().getName();
		}
		if (vector.length != this.dimension) {
			return "has %d dimensions, not %d".formatted(this.dimension, vector.length);
		}
		return VectorLength.problem(vector, this.metric == Metric.COSINE);
	}

	@Override
	public Object write(Object value) {
		return value;
	}

	@Override
	public @Nullable Object read(ResultSet row, int place) throws SQLException {
		byte[] text = row.getBytes(place);
		return (text != null) ? VectorText.parse(text) : null;
	}

}
