package io.quiver.store.proxima.model;

import org.springframework.util.Assert;

/**
 * A forward column of the rows of a write.
 *
 * @param name the name
 * @param dataType the type of the values; the server does not keep it for the column, but
 * for each value
 * @author Quiver
 * @since 0.1
 */
public record ForwardColumn(String name, DataType dataType) {

	public ForwardColumn {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(dataType, "'dataType' must not be null");
	}

}
