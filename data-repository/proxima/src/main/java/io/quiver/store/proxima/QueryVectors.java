package io.quiver.store.proxima;

import java.util.List;

import com.google.protobuf.ByteString;
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
		List<VectorValue> vectors = query.vectors();
		if (vectors.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("A query needs at least one vector");
		}
		boolean told = query.dimension() != 0 || query.batchCount() != 0;
		VectorSource first = VectorSource.of(vectors.get(0));
		int dimension = (told) ? query.dimension() : first.dimension(query.dataType());
		VectorShape.check(query.column(), query.dataType(), dimension);
		ByteString bytes = ByteString.EMPTY;
		int count = 0;
		for (int i = 0; i < vectors.size(); i++) {
			VectorSource source = (i == 0) ? first : VectorSource.of(vectors.get(i));
			int several = (told) ? source.count(query.dataType(), dimension) : source.rows();
			bytes = bytes.concat(source.pack(query.dataType(), dimension, several));
			count += several;
		}
		if (told && count != query.batchCount()) {
			throw new InvalidDataAccessApiUsageException(
					"A query holds %d vectors of dimension %d, and is said to hold %d".formatted(count, dimension,
							query.batchCount()));
		}
		return new QueryVectors(bytes, dimension, count);
	}

}
