package io.quiver.data.policy;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is worth tracing of a search: never the vector.
 *
 * @param field the name of the vector field, or {@code null}
 * @param dimension the number of the vector's components
 * @param topK how many neighbours are wanted at most
 * @param metric the name of the metric, or {@code null}
 * @param filter writes the condition down; asked only where filters are to be traced
 * @author Quiver
 * @since 0.1
 */
public record SearchTrace(@Nullable String field, int dimension, int topK, @Nullable String metric,
		@Nullable Supplier<String> filter) {
}
