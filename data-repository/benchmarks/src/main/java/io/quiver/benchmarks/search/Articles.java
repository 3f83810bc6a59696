package io.quiver.benchmarks.search;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * The repository, as a user writes it.
 *
 * @author Quiver
 * @since 0.1
 */
public interface Articles extends VectorRepository<Article, Long> {

	<T> SearchResults<T> searchTop10ByEmbeddingNear(Vector vector, Class<T> type);

	<T> SearchResults<T> searchTop10ByHalfAndEmbeddingNear(String half, Vector vector, Class<T> type);

	<T> SearchResults<T> searchTop10ByTenthAndEmbeddingNear(String tenth, Vector vector, Class<T> type);

	<T> SearchResults<T> searchTop10ByHundredthAndEmbeddingNear(String hundredth, Vector vector, Class<T> type);

}
