package io.quiver.benchmarks.seekdb;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * The repository, as a user writes it.
 *
 * @author Quiver
 * @since 0.1
 */
interface Products extends VectorRepository<Product, Long> {

	SearchResults<Product> searchTop10ByEmbeddingNear(Vector vector);

	SearchResults<Product.Card> searchTop10CardsByEmbeddingNear(Vector vector);

}
