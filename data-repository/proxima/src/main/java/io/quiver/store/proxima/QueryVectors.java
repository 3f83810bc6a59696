package io.quiver.store.proxima;

import com.google.protobuf.ByteString;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The vectors of a search, one behind the other.
 *
 * @param bytes the vectors as they are sent
 * @param dimension the number of elements of each, of bits for the binary types
 * @param count how many there are
 * @author Quiver
 */
record QueryVectors(ByteString bytes, int dimension, int count) {

	static QueryVectors of(VectorQuery query) {
		if (query.vectors().isEmpty()) {
			throw new InvalidDataAccessApiUsageException("A query needs at least one vector");
		}
		DataType type = query.dataType();
		boolean told = query.dimension() != 0 || query.batchCount() != 0;
		int dimension = (told) ? query.dimension() : dimension(query.vectors().get(0), type);
		VectorShape.check(query.column(), type, dimension);
		ByteString bytes = ByteString.EMPTY;
		long count = 0;
		for (VectorValue vector : query.vectors()) {
			int several = (told) ? VectorPacking.vectors(type, dimension, vector) : VectorPacking.rows(vector);
			bytes = bytes.concat(VectorPacking.pack(type, dimension, several, vector));
			count += several;
		}
		if (told && count != query.batchCount()) {
			throw new InvalidDataAccessApiUsageException(
					"A query has %d vectors of dimension %d, and is said to have %d".formatted(count, dimension,
							query.batchCount()));
		}
		return new QueryVectors(bytes, dimension, (int) count);
	}

	private static int dimension(VectorValue vector, DataType type) {
		return VectorPacking.dimension(type, vector);
	}

}
