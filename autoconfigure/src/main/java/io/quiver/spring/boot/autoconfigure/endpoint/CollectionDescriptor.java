package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One collection, as it is stored.
 *
 * @param columns the columns in their order, the key's components first
 * @param rows how many rows there are, {@code null} if only a count would tell
 * @param sizeInBytes how much room they take, {@code null} if the store does not say
 * @param details the store's own figures
 * @param error why something is missing, in one line; {@code null} if nothing is
 * @author Quiver
 * @since 0.1
 */
public record CollectionDescriptor(@Nullable List<ColumnDescriptor> columns, @Nullable Long rows,
		@Nullable Long sizeInBytes, @Nullable Map<String, Object> details, @Nullable String error) {
}
