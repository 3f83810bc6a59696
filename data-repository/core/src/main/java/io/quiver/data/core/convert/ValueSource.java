package io.quiver.data.core.convert;

import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a property or constructor parameter comes from.
 *
 * @author Quiver
 */
@FunctionalInterface
interface ValueSource {

	@Nullable Object read(Row row);

}
