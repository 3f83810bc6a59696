package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

/**
 * A row that matches a text, or a text and a vector.
 *
 * @param <T> the type of the row
 * @param content the row
 * @param score how well it matches; the greatest is best, and scores of two searches do
 * not compare
 * @author Quiver
 * @since 0.1
 */
public record RankedHit<T extends @Nullable Object>(T content, double score) {

}
