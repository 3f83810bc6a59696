package io.quiver.spring.boot.test.autoconfigure.shop;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * A repository.
 *
 * @author Quiver
 */
public interface ProductRepository extends VectorRepository<Product, String> {

	SearchResults<Product> searchByEmbeddingNear(Vector vector, Limit limit);

}
