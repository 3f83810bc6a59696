package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.store.seekdb.model.DenseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

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

	/** At once, while the processor still has it at hand. */
	@Override
	public Object write(Object value) {
		return Parameters.bytes((float[]) value);
	}

	@Override
	public @Nullable Object read(ResultSet row, int place) throws SQLException {
		byte[] text = row.getBytes(place);
		return (text != null) ? read(text) : null;
	}

	/**
	 * Write how to ask for a vector so that all its digits come: only as doubles they do.
	 */
	static SqlBuilder select(SqlBuilder sql, String column) {
		return sql.append("array_map(x -> x*1e0, ").identifier(column).append(")");
	}

	/**
	 * Read a vector that was asked for so.
	 * @param text the server's text
	 * @throws InvalidDataAccessResourceUsageException if that is none
	 */
	static float[] read(byte[] text) {
		try {
			return DenseVector.parse(text).elements();
		}
		catch (InvalidDataAccessApiUsageException ex) {
			throw new InvalidDataAccessResourceUsageException("The server's vector cannot be read: " + ex.getMessage(),
					ex);
		}
	}

}
