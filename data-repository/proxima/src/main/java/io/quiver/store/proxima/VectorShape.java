package io.quiver.store.proxima;

import io.quiver.store.proxima.model.DataType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What type and dimension a vector may have. The server takes more, and then no vector
 * fits.
 *
 * @author Quiver
 */
final class VectorShape {

	private VectorShape() {
	}

	static void check(String column, DataType type, int dimension) {
		if (!type.isVector()) {
			throw new InvalidDataAccessApiUsageException(
					"Index column '%s' is of type %s, which is none of vectors".formatted(column, type));
		}
		if (dimension <= 0 || dimension % type.multiple() != 0) {
			throw new InvalidDataAccessApiUsageException(
					"Index column '%s' has dimension %d; with %s it must be a positive multiple of %d".formatted(column,
							dimension, type, type.multiple()));
		}
	}

}
