package io.quiver.data.store;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import org.jspecify.annotations.Nullable;

/**
 * The rows nearest to a vector, the nearest first.
 *
 * @param collection the collection
 * @param projection the columns wanted back
 * @param column the vector column's position in the collection
 * @param vector the point: of the column's dimension, finite, and not zero under cosine
 * @param filter the condition that every row must satisfy, or {@code null}; the rows that
 * satisfy it are ranked, not the other way round
 * @param range the similarities accepted. A store with {@link Ability#RANGE} returns the
 * nearest rows inside; another looks for them only among the {@code offset + limit}
 * nearest of all
 * @param offset how many of the nearest accepted rows to leave out
 * @param limit how many rows at most, at least 1
 * @param options how to search
 * @author Quiver
 * @since 0.1
 */
public record NearestRequest(CollectionSpec collection, Projection projection, int column, float[] vector,
		@Nullable Filter filter, SimilarityRange range, int offset, int limit, SearchOptions options) {
}
