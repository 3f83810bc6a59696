package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

/**
 * A row that is near to a vector.
 *
 * @param <T> the type of the row
 * @param content the row
 * @param distance its distance, or {@code null} if that was not asked for, or there is
 * none: the cosine of a vector of zeros, which a table of somebody else's may hold
 * @author Quiver
 * @since 0.1
 */
public record SearchHit<T extends @Nullable Object>(T content, @Nullable Double distance) {

}
