package io.quiver.store.proxima.model;

import org.springframework.util.Assert;

/**
 * An index column of the rows of a write.
 *
 * @param name the name
 * @param dataType the type of the vectors as they are sent: the column's own, or FP32 for
 * a column of FP16, which the server converts
 * @param dimension the number of elements, of bits for the binary types
 * @author Quiver
 * @since 0.1
 */
public record IndexColumnMeta(String name, DataType dataType, int dimension) {

	public IndexColumnMeta {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(dataType, "'dataType' must not be null");
	}

}
