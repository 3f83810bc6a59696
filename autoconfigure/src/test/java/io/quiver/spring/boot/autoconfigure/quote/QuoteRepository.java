package io.quiver.spring.boot.autoconfigure.quote;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * A repository that needs nothing but neighbours and keys.
 *
 * @author Quiver
 */
public interface QuoteRepository extends VectorRepository<Quote, Long> {

	SearchResults<Quote> searchTop1ByEmbeddingNear(Vector embedding);

}
