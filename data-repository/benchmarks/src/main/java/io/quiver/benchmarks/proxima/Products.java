package io.quiver.benchmarks.proxima;

import java.util.concurrent.CompletableFuture;

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

	CompletableFuture<SearchResults<Product>> searchTop10ProductsByEmbeddingNear(Vector vector);

}
