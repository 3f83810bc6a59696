package io.quiver.benchmarks.startup.store;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * The repository.
 *
 * @author Quiver
 * @since 0.1
 */
interface Notes extends VectorRepository<Note, Long> {

	SearchResults<Note> searchTop10ByCountryAndEmbeddingNear(String country, Vector embedding);

}
