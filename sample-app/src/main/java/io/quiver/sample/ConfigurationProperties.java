package io.quiver.sample;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * Configuration properties by nearness of meaning; works on every store that finds
 * neighbours.
 *
 * @author Quiver
 */
interface ConfigurationProperties extends VectorRepository<ConfigurationProperty, Long> {

	SearchResults<PropertyDescription> searchByEmbeddingNear(String text, Limit limit);

	SearchResults<PropertyDescription> searchByEmbeddingNear(Vector embedding, Limit limit);

}
